package com.srecopilot.hypothesis.engine;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.srecopilot.hypothesis.engine.Situation.PastIncident;

/** The same alerts opened an incident before. Where people validated its cause, that cause is suspect again. */
final class SeenBefore implements Lead {

    private static final double CAUSE_KNOWN = 0.4;
    private static final double CAUSE_UNKNOWN = 0.15;
    private static final double STILL_OPEN = 0.1;
    private static final double HALVED_AFTER_DAYS = 90;
    private static final int RECURRENCES = 3;
    private static final int MOST = 20;
    private static final Pattern CITING = Pattern.compile("^(The cause of INC-\\d+ is back: )+");

    @Override
    public Stream<Clue> follow(Scene scene) {
        return scene.situation().past().stream()
                .filter(past -> isEarlier(past, scene) && !suspect(past, scene).isEmpty())
                .collect(Collectors.groupingBy(past -> suspect(past, scene)))
                .entrySet().stream()
                .flatMap(suspect -> recurrences(suspect.getKey(), suspect.getValue(), scene))
                .sorted(Clue.HEAVIEST).limit(MOST);
    }

    private static boolean isEarlier(PastIncident past, Scene scene) {
        boolean later = past.resolvedAt() != null && past.resolvedAt().isAfter(scene.onset());
        return past.number() != scene.situation().incident().number() && !later;
    }

    private static String suspect(PastIncident past, Scene scene) {
        return Stream.of(past.causeService(), past.service(), scene.focus())
                .filter(service -> !service.isEmpty()).findFirst().orElse("");
    }

    /** Each further recurrence adds half as much: they are not independent of each other. */
    private static Stream<Clue> recurrences(String service, List<PastIncident> incidents, Scene scene) {
        List<PastIncident> heaviest = incidents.stream()
                .sorted(Comparator.comparingDouble((PastIncident past) -> weight(past, scene)).reversed()
                        .thenComparing(Comparator.comparingInt(PastIncident::number).reversed()))
                .limit(RECURRENCES).toList();
        return IntStream.range(0, heaviest.size()).mapToObj(nth -> {
            PastIncident past = heaviest.get(nth);
            return Clue.of(service, weight(past, scene) * Math.pow(0.5, nth), claim(past, scene),
                    List.of(new Citations(scene).incident(past)));
        });
    }

    private static double weight(PastIncident past, Scene scene) {
        if (past.resolvedAt() == null) {
            return STILL_OPEN;
        }
        double days = Duration.between(past.resolvedAt(), scene.onset()).getSeconds() / 86_400.0;
        return (past.cause().isEmpty() ? CAUSE_UNKNOWN : CAUSE_KNOWN) / (1 + days / HALVED_AFTER_DAYS);
    }

    private static String claim(PastIncident past, Scene scene) {
        String reference = "INC-" + past.number();
        if (past.cause().isEmpty()) {
            return suspect(past, scene) + " hurts in the same way as in " + reference;
        }
        String cause = CITING.matcher(Words.quoted(past.cause())).replaceFirst("");
        return "The cause of " + reference + " is back: " + cause;
    }
}
