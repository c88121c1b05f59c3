package com.srecopilot.demo.story;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who is on call: a week each; in office hours also whoever is nearest. */
record Rota(Map<String, String> firstNames) {

    String onCall(Instant at, Random random) {
        List<String> all = List.copyOf(firstNames.keySet());
        if (office(at) && random.nextInt(3) > 0) {
            return all.get(random.nextInt(all.size()));
        }
        return all.get((int) (Duration.between(Instant.EPOCH, at).toDays() / 7 % all.size()));
    }

    String another(String than, Random random) {
        List<String> others = new ArrayList<>(firstNames.keySet());
        others.remove(than);
        return others.get(random.nextInt(others.size()));
    }

    String name(String email) {
        return firstNames.get(email);
    }

    static boolean night(Instant at) {
        int hour = at.atOffset(ZoneOffset.UTC).getHour();
        return hour < 6 || hour >= 22;
    }

    private static boolean office(Instant at) {
        var time = at.atOffset(ZoneOffset.UTC);
        return time.getHour() >= 8 && time.getHour() < 17 && time.getDayOfWeek().getValue() <= 5;
    }
}
