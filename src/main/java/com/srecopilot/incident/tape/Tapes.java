package com.srecopilot.incident.tape;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertCourses;
import com.srecopilot.alert.AlertCourses.Course;
import com.srecopilot.incident.IncidentView;

/** Draws the tape of an incident from all that was told, whatever the page lists of it. */
@Service
class Tapes {

    private static final Duration LONGEST_LEAD = Duration.ofHours(2);
    private static final Duration SHORTEST_LEAD = Duration.ofMinutes(10);

    private final TapeEvents events;
    private final AlertCourses courses;
    private final TapeCurves curves;
    private final Clock clock;

    Tapes(TapeEvents events, AlertCourses courses, TapeCurves curves, Clock clock) {
        this.events = events;
        this.courses = courses;
        this.curves = curves;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Tape of(IncidentView incident) {
        Instant end = incident.open() ? clock.instant() : incident.resolvedAt();
        TapeSpan span = span(incident, end);
        List<Course> alerts = courses.ofIncident(incident.reference());
        List<Tape.Phase> phases = TapePhases.of(incident, events.states(incident.id()), span, end);
        List<Tape.Mark> marks = TapeMarks.fitting(events.marks(incident, span));
        TapeCurve curve = curves.of(incident, alerts, span, end);
        return new Tape(incident.number(), incident.serviceName(), phases, curve, TapeLanes.of(alerts, span), TapeLanes.hidden(alerts), marks, span.ticks(),
                incident.open() ? span.at(end) : null, TapeWords.sentence(incident, alerts, marks) + (curve == null ? "" : " " + curve.sentence()), rows(alerts, marks));
    }

    /** Some time before, in which the cause may lie, and a little after. */
    private TapeSpan span(IncidentView incident, Instant end) {
        Duration length = Duration.between(incident.detectedAt(), end);
        Duration lead = longer(SHORTEST_LEAD, length.dividedBy(3));
        Instant from = incident.detectedAt().minus(lead.compareTo(LONGEST_LEAD) > 0 ? LONGEST_LEAD : lead);
        Instant cause = events.earliestLinkedChange(incident, incident.detectedAt().minus(LONGEST_LEAD)).orElse(from);
        Duration rest = longer(Duration.ofMinutes(1), length.plus(lead).dividedBy(incident.open() ? 40 : 8));
        return new TapeSpan(cause.isBefore(from) ? cause.minus(Duration.ofMinutes(2)) : from, end.plus(rest));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static List<Tape.Row> rows(List<Course> alerts, List<Tape.Mark> marks) {
        List<Tape.Row> rows = new ArrayList<>();
        alerts.forEach(course -> rows.add(new Tape.Row(course.stretches().get(0).from(),
                course.firing() > 0 ? null : course.stretches().get(course.stretches().size() - 1).to(), TapeWords.course(course), null)));
        return Stream.concat(rows.stream(), marks.stream().map(mark -> new Tape.Row(mark.when(), null, mark.title(), mark.url())))
                .sorted(Comparator.comparing(Tape.Row::from)).toList();
    }
}
