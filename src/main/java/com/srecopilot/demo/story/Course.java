package com.srecopilot.demo.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/** How long people take: worse is faster, nights are slower, a false alarm is soon over. */
record Course(Random random) {

    private static final Duration SHORTEST = Duration.ofMinutes(7);
    private static final Duration LONGEST = Duration.ofHours(20);
    private static final Map<String, Integer> SEEN_AFTER = Map.of("critical", 150, "high", 330, "medium", 840, "low", 2_100);
    private static final Map<String, Integer> FIXED_AFTER = Map.of("critical", 1_750, "high", 2_700, "medium", 3_900, "low", 5_400);

    Event of(Instant at, String kind, String service, Trouble trouble, Instant start) {
        String severity = trouble.severity().get(random.nextInt(trouble.severity().size()));
        boolean slow = Rota.night(start) && !severity.equals("critical");
        double seen = around(SEEN_AFTER.get(severity)) * (slow ? 1.8 : 1);
        double fixed = around(FIXED_AFTER.get(severity)) * (trouble.harmless() ? 0.3 : 1);
        Duration whole = Duration.ofSeconds(Math.max(SHORTEST.toSeconds(), Math.min(LONGEST.toSeconds(), (long) (seen + fixed))));
        Instant acknowledged = start.plusSeconds(Math.min((long) seen, whole.toSeconds() - 180));
        return new Event(at, kind, service, trouble, severity, start, acknowledged, start.plus(whole));
    }

    /** Long tails, as people have. */
    private double around(double median) {
        return median * Math.exp(0.65 * random.nextGaussian());
    }
}
