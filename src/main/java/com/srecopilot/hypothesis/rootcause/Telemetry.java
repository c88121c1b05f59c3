package com.srecopilot.hypothesis.rootcause;

import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * What is known around a failure. Start in epoch seconds, beside it when earlier incidents were; alerting is the service
 * that alerted, or empty; symptom the metric it alerted for, or empty. The window may reach any distance to either side of the start.
 */
public record Telemetry(double start, String alerting, String symptom, Set<String> services, List<Series> series,
                        List<Call> calls, List<Span> spans, List<LogLine> logs, List<Spell> earlier) {

    private static final double DAY = 86_400;

    /** When something else was wrong: what was recorded from then, in epoch seconds, until then tells of that. */
    public record Spell(double from, double until) {

        private static final double AFTERMATH = 300;

        /** Of one whose begin alone is known. */
        static Spell begun(double at) {
            return new Spell(at, at + AFTERMATH);
        }

        boolean holds(double at, double margin) {
            return at >= from - margin && at < until;
        }
    }

    /** Whether anything is recorded on both sides of the start, near enough to tell of it. */
    boolean around() {
        boolean before = times().anyMatch(at -> at < start && at > start - DAY);
        return before && times().anyMatch(at -> at >= start && at < start + DAY / 24);
    }

    private DoubleStream times() {
        return DoubleStream.concat(series.stream().flatMapToDouble(s -> DoubleStream.of(s.times())),
                DoubleStream.concat(spans.stream().mapToDouble(Span::start), logs.stream().mapToDouble(LogLine::at)));
    }
}
