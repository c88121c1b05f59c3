package com.srecopilot.hypothesis.observed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

import org.springframework.stereotype.Component;

import com.srecopilot.catalog.Edge;
import com.srecopilot.hypothesis.rootcause.Call;
import com.srecopilot.hypothesis.rootcause.LogLine;
import com.srecopilot.hypothesis.rootcause.Ranking;
import com.srecopilot.hypothesis.rootcause.RootCauses;
import com.srecopilot.hypothesis.rootcause.Series;
import com.srecopilot.hypothesis.rootcause.Span;
import com.srecopilot.hypothesis.rootcause.Telemetry.Spell;
import com.srecopilot.telemetry.ServiceLogs;
import com.srecopilot.telemetry.Telemetry;

/** Asks the engine that the benchmark measures about an incident: same code, the window read from what senders sent. */
@Component
public class Observations {

    /** Nothing is recorded near the incident. */
    public static final Ranking NONE = new Ranking(List.of(), true, "");

    private static final Duration BEFORE = Duration.ofMinutes(30);
    private static final Duration AFTER = Duration.ofMinutes(30);
    /** So long without another failure tells what is usual. */
    private static final Duration CALM = Duration.ofMinutes(5);
    private static final double SEEN = 60;
    private static final int DEEP = 4;
    private static final int MOST_SERVICES = 60;
    private static final int MOST_A_MINUTE = 200;
    private static final int MOST_LINES = 200_000;
    private static final Pattern FAILING = Pattern.compile("error|fail|5xx|5\\d\\d|exception|availab");
    private static final Pattern SLOW = Pattern.compile("latency|slow|p9\\d|duration|delay|time-?out");

    private final Telemetry telemetry;

    Observations(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /**
     * In a transaction.
     *
     * @param service where it hurts
     * @param alert what the first alert said
     * @param start when it began, as far as alerts know
     * @param others what else was wrong in the hour before: it doesn't count as usual
     * @return abstained with a reason when nothing stands out, {@link #NONE} when nothing is recorded
     */
    public Ranking around(String service, String alert, Instant start, Collection<Edge> edges, List<Spell> others, Instant now) {
        Set<String> near = near(service, edges);
        Instant from = start.minus(others.isEmpty() ? BEFORE : BEFORE.multipliedBy(2));
        Instant calm = calm(from, start, others);
        Instant to = now.isBefore(start.plus(AFTER)) ? now : start.plus(AFTER);
        List<Series> series = Rates.of(telemetry.series(near, from, to));
        List<Span> spans = spans(near, calm, to);
        List<LogLine> logs = lines(telemetry.logs(near, calm, to));
        if (near.isEmpty() || series.isEmpty() && spans.isEmpty() && logs.isEmpty()) {
            return NONE;
        }
        List<Call> calls = new ArrayList<>(edges.stream().map(edge -> new Call(edge.caller(), edge.callee())).toList());
        telemetry.edges(from, to).forEach(edge -> calls.add(new Call(edge.caller(), edge.callee())));
        double known = Math.min(start.toEpochMilli() / 1000.0, newest(series, spans, logs) - Math.max(SEEN, 2 * step(series)));
        return RootCauses.rank(new com.srecopilot.hypothesis.rootcause.Telemetry(known, service, symptom(alert), near, series, calls,
                spans, logs, others));
    }

    /** Spans and lines are counted over one stretch: the one since the last other failure, when that is long enough. */
    private static Instant calm(Instant from, Instant start, List<Spell> others) {
        return others.stream().map(spell -> Instant.ofEpochSecond((long) spell.until())).filter(end -> end.isAfter(from) && end.plus(CALM).isBefore(start))
                .max(Comparator.naturalOrder()).orElse(from);
    }

    /**
     * An alert comes before what is measured after it: the start is put so early that something is. The engine looks for the
     * onset before the start anyway.
     */
    private static double newest(List<Series> series, List<Span> spans, List<LogLine> logs) {
        return DoubleStream.concat(series.stream().mapToDouble(s -> s.times()[s.times().length - 1]),
                DoubleStream.concat(spans.stream().mapToDouble(Span::start), logs.stream().mapToDouble(LogLine::at))).max().orElse(0);
    }

    /** How far samples lie apart, as a rule. */
    private static double step(List<Series> series) {
        double[] steps = series.stream().filter(s -> s.times().length > 1)
                .mapToDouble(s -> (s.times()[s.times().length - 1] - s.times()[0]) / (s.times().length - 1)).sorted().toArray();
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    /** The service, who calls it, and what it calls in some steps. */
    public static Set<String> near(String service, Collection<Edge> edges) {
        Set<String> near = new LinkedHashSet<>();
        if (!service.isBlank()) {
            near.add(service);
        }
        for (int depth = 0; depth < DEEP; depth++) {
            edges.stream().filter(edge -> near.contains(edge.caller())).map(Edge::callee).toList().forEach(near::add);
        }
        edges.stream().filter(edge -> edge.callee().equals(service)).map(Edge::caller).forEach(near::add);
        return new LinkedHashSet<>(near.stream().limit(MOST_SERVICES).toList());
    }

    private static String symptom(String alert) {
        String words = alert.toLowerCase(Locale.ROOT);
        return FAILING.matcher(words).find() ? "errors" : SLOW.matcher(words).find() ? "latency" : "";
    }

    private List<Span> spans(Set<String> near, Instant from, Instant to) {
        return telemetry.spans(near, from, to).stream().map(s -> new Span(s.at(), s.traceId() + '/' + s.spanId(),
                s.parentId().isEmpty() ? "" : s.traceId() + '/' + s.parentId(), s.service(), s.operation(), s.duration(), s.failed())).toList();
    }

    /** Every line counts, also where only its template was kept. */
    private static List<LogLine> lines(ServiceLogs logs) {
        List<LogLine> lines = new ArrayList<>();
        for (ServiceLogs.Template template : logs.templates()) {
            for (int i = 0; i < template.minutes().length; i++) {
                long count = Math.min(MOST_A_MINUTE, template.counts()[i]);
                for (int n = 0; n < count && lines.size() < MOST_LINES; n++) {
                    lines.add(new LogLine(template.minutes()[i] + 60.0 * n / count, template.service(), template.template()));
                }
            }
        }
        return lines;
    }
}
