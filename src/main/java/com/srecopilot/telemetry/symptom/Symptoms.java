package com.srecopilot.telemetry.symptom;

import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.stereotype.Service;

import com.srecopilot.telemetry.MetricSeries;
import com.srecopilot.telemetry.Telemetry;

/** Finds what shows that a service ails, and how it went. */
@Service
public class Symptoms {

    /** Fewer samples draw no course. */
    private static final int FEWEST = 6;
    private static final int STEPS = 96;

    private final Telemetry telemetry;

    Symptoms(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /**
     * In a transaction.
     *
     * @param complaint in the words of an alert
     * @return empty when too little was measured from then until then
     */
    public Optional<Symptom> of(String service, String complaint, Instant from, Instant to) {
        List<String> metrics = service.isBlank() || !from.isBefore(to) ? List.of() : Ailing.plain(telemetry.metrics(service));
        return Ailing.of(complaint).stream().flatMap(ailing -> ailing.among(metrics, metric -> true).stream())
                .flatMap(metric -> course(telemetry.means(service, metric, from, to, STEPS)).stream()).findFirst();
    }

    private static Optional<Symptom> course(List<MetricSeries> all) {
        TreeMap<Double, DoubleSummaryStatistics> steps = new TreeMap<>();
        all.stream().map(MetricSeries::perSecond).forEach(series -> {
            for (int i = 0; i < series.times().length; i++) {
                steps.computeIfAbsent(series.times()[i], at -> new DoubleSummaryStatistics()).accept(series.values()[i]);
            }
        });
        if (steps.size() < FEWEST) {
            return Optional.empty();
        }
        MetricSeries any = all.get(0);
        return Optional.of(new Symptom(any.counter() ? new Measure(any.metric(), "/s") : Measure.of(any.metric(), any.unit()),
                steps.keySet().stream().mapToDouble(at -> at).toArray(), steps.values().stream().mapToDouble(DoubleSummaryStatistics::getAverage).toArray()));
    }
}
