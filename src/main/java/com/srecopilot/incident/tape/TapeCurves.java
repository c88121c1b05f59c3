package com.srecopilot.incident.tape;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import com.srecopilot.alert.AlertCourses.Course;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Spell;
import com.srecopilot.telemetry.symptom.Symptoms;

/** Draws the curve of an incident: its symptom where enough was measured, else its alerts. */
@Component
class TapeCurves {

    private static final double ROOM = 92;
    private static final int MOST_ROWS = 48;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    private final Symptoms symptoms;
    private final Clock clock;

    TapeCurves(Symptoms symptoms, Clock clock) {
        this.symptoms = symptoms;
        this.clock = clock;
    }

    /** @return null when nothing was measured and no alert fired */
    TapeCurve of(IncidentView incident, List<Course> alerts, TapeSpan span, Instant end) {
        Instant now = clock.instant();
        return symptoms.of(incident.serviceName(), incident.title(), span.from(), span.to().isBefore(now) ? span.to() : now)
                .map(symptom -> drawn(incident, TapeLevels.of(symptom), span))
                .orElseGet(() -> alerts.isEmpty() ? null : drawn(incident, TapeLevels.of(alerts, span, end), span));
    }

    static TapeCurve drawn(IncidentView incident, TapeLevels levels, TapeSpan span) {
        List<Integer> begins = levels.stretches();
        List<String> lines = IntStream.range(1, begins.size()).mapToObj(i -> line(levels, begins.get(i - 1), begins.get(i), span)).toList();
        TapeCurve.Turn turn = turn(levels, incident.detectedAt(), span);
        return new TapeCurve(incident.severity(), lines, lines.stream().map(TapeCurves::area).toList(), label(incident, levels, span), turn,
                sentence(incident, levels, turn), table(levels));
    }

    private static String line(TapeLevels levels, int from, int to, TapeSpan span) {
        return IntStream.range(from, to).mapToObj(i -> (levels.steady() && i > from ? place(span, levels, i, i - 1) + " " : "") + place(span, levels, i, i))
                .collect(Collectors.joining(" "));
    }

    private static String place(TapeSpan span, TapeLevels levels, int at, int level) {
        return String.format(Locale.ROOT, "%.0f,%.1f", span.at(levels.at(at)) * 10, y(levels, levels.values()[level]));
    }

    /** From the top; from zero on. */
    private static double y(TapeLevels levels, double level) {
        return 100 - ROOM * Math.max(0, level) / Math.max(levels.most(), 1e-9);
    }

    private static String area(String line) {
        String[] places = line.split("[, ]");
        return places[0] + ",100 " + line + " " + places[places.length - 2] + ",100";
    }

    private static TapeCurve.Label label(IncidentView incident, TapeLevels levels, TapeSpan span) {
        int worst = IntStream.range(0, levels.values().length).filter(i -> levels.values()[i] == levels.most()).findFirst().orElse(0);
        int place = incident.open() ? levels.values().length - 1 : worst;
        double level = levels.values()[place];
        return new TapeCurve.Label(span.at(levels.at(place)), Math.round(y(levels, level) * 10) / 10.0, levels.words(level), levels.name());
    }

    private static TapeCurve.Turn turn(TapeLevels levels, Instant detected, TapeSpan span) {
        int turn = levels.turn(detected);
        if (turn < 0) {
            return null;
        }
        Instant at = levels.at(turn);
        long early = Duration.between(at, detected).toSeconds();
        return new TapeCurve.Turn(span.at(at), MINUTE.format(at), early < 60 ? "as it was detected" : Spell.of(early) + " before it was detected");
    }

    private static String sentence(IncidentView incident, TapeLevels levels, TapeCurve.Turn turn) {
        return levels.name() + (levels.steady() ? "" : " of " + incident.serviceName()) + ": " + levels.words(levels.values()[0]) + " at first, "
                + levels.words(levels.most()) + " at most, " + levels.words(levels.last()) + " at last."
                + (turn == null ? "" : " It began to move at " + turn.time() + " UTC, " + turn.before() + ".");
    }

    private static TapeCurve.Table table(TapeLevels levels) {
        int step = (levels.times().length + MOST_ROWS - 1) / MOST_ROWS;
        return new TapeCurve.Table(levels.name(), IntStream.iterate(0, i -> i < levels.times().length, i -> i + step)
                .mapToObj(i -> new TapeCurve.Row(levels.at(i), levels.words(levels.values()[i]))).toList());
    }
}
