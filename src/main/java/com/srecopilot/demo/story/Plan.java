package com.srecopilot.demo.story;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** When things change and break: in office hours people deploy, weekends are quiet, the end of a month is not. */
final class Plan {

    private static final Duration APART = Duration.ofMinutes(9);
    private static final Duration REST = Duration.ofMinutes(20);
    /** Everything here is over so long before the present. */
    private static final Duration QUIET = Duration.ofMinutes(35);

    private final Script script;
    private final double pace;
    private final Instant now;
    private final Random random;
    private final Course course;

    Plan(Script script, double pace, Instant now, long seed) {
        this.script = script;
        this.pace = pace;
        this.now = now;
        this.random = new Random(seed);
        this.course = new Course(random);
    }

    List<Event> events() {
        var drafts = new ArrayList<Event>();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        for (LocalDate date = today.minusDays(Story.DAYS); !date.isAfter(today); date = date.plusDays(1)) {
            changes(date, drafts);
            failures(date, drafts);
        }
        drafts.sort(Comparator.comparing(Event::at));
        return possible(drafts);
    }

    private void changes(LocalDate date, List<Event> drafts) {
        boolean friday = date.getDayOfWeek() == DayOfWeek.FRIDAY;
        if (!weekend(date)) {
            times(friday ? 1.6 : 4.4).forEach(i -> drafts.add(change(date, "release", List.copyOf(script.releases().keySet()), 0.42)));
            times(1).forEach(i -> drafts.add(change(date, "setting", List.copyOf(script.settings().keySet()), 0.5)));
        }
    }

    private Event change(LocalDate date, String kind, List<String> services, double risk) {
        String service = services.get(random.nextInt(services.size()));
        Instant at = at(date, 9 + random.nextDouble() * 7.5);
        List<Trouble> possible = script.troubles().stream().filter(trouble -> trouble.causedBy(kind, service)).toList();
        if (possible.isEmpty() || random.nextDouble() > risk) {
            return Event.change(at, kind, service);
        }
        return course.of(at, kind, service, drawn(possible), at.plusSeconds(120 + random.nextInt(1_300)));
    }

    private void failures(LocalDate date, List<Event> drafts) {
        boolean monthEnd = date.getDayOfMonth() >= date.lengthOfMonth() - 1 || date.getDayOfMonth() == 1;
        times(weekend(date) ? 1.4 : 2.8).forEach(i -> drafts.add(failure(date, false)));
        times(monthEnd ? 2.2 : 0).forEach(i -> drafts.add(failure(date, true)));
    }

    private Event failure(LocalDate date, boolean monthEnd) {
        List<Trouble> possible = script.troubles().stream()
                .filter(trouble -> trouble.cause().equals("none") && trouble.monthend() == monthEnd).toList();
        Trouble trouble = drawn(possible);
        List<String> services = trouble.services();
        double hour = random.nextInt(100) < 62 ? Math.max(0, Math.min(23.9, 13 + random.nextGaussian() * 3.5)) : random.nextDouble() * 24;
        Instant at = at(date, hour);
        return course.of(at, "none", services.get((int) (services.size() * Math.pow(random.nextDouble(), 1.7))), trouble, at);
    }

    /** Nothing breaks that is broken, or changes while it is; what opens at the same time would be one incident. */
    private List<Event> possible(List<Event> drafts) {
        var events = new ArrayList<Event>();
        Map<String, Instant> busy = new HashMap<>();
        Instant start = Instant.EPOCH;
        for (Event event : drafts) {
            boolean free = event.at().isAfter(busy.getOrDefault(event.service(), Instant.EPOCH)) && event.last().isBefore(now.minus(QUIET));
            if (free && (event.start() == null || event.start().isAfter(start.plus(APART)))) {
                events.add(event);
                start = event.start() == null ? start : event.start();
                busy.put(event.service(), event.last().plus(REST));
            }
        }
        return events;
    }

    private Trouble drawn(List<Trouble> troubles) {
        int left = random.nextInt(troubles.stream().mapToInt(Trouble::weight).sum());
        for (Trouble trouble : troubles) {
            left -= trouble.weight();
            if (left < 0) {
                return trouble;
            }
        }
        throw new IllegalStateException("No trouble to draw from");
    }

    /** About so many. */
    private IntStream times(double mean) {
        double wanted = mean * pace;
        int sure = (int) (wanted * 0.4);
        int more = 0;
        for (int i = 0; i < 6; i++) {
            more += random.nextDouble() < (wanted - sure) / 6 ? 1 : 0;
        }
        return IntStream.range(0, sure + more);
    }

    private static Instant at(LocalDate date, double hour) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds((long) (hour * 3_600)).truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek().getValue() > 5;
    }
}
