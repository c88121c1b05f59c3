package com.srecopilot.telemetry.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import com.srecopilot.encryption.Undecipherable;
import com.srecopilot.telemetry.MetricDraft;

/** Asks a Prometheus as it would be asked, and keeps nothing. */
@Component
class PrometheusTrial {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int NAMED = 5;

    private final PrometheusSources sources;
    private final PrometheusClient client;
    private final Clock clock;

    PrometheusTrial(PrometheusSources sources, PrometheusClient client, Clock clock) {
        this.sources = sources;
        this.client = client;
        this.clock = clock;
    }

    /** @param words what came of it, in a sentence */
    public record Tried(boolean answered, String words) {
    }

    Tried of(PrometheusForm form) {
        Instant now = clock.instant();
        try {
            String token = sources.token(form);
            List<MetricDraft> found = form.selectors().lines().flatMap(selector -> client.range(form.url(), token, selector, now.minus(WINDOW), now).stream()).toList();
            return new Tried(!found.isEmpty(), found.isEmpty() ? "It answers, and has no such series." : "It answers with " + found.size() + " series of " + services(found) + ".");
        } catch (Unanswered | Undecipherable e) {
            return new Tried(false, "Nothing was read: " + e.getMessage() + ".");
        }
    }

    private static String services(List<MetricDraft> found) {
        var names = found.stream().map(MetricDraft::service).collect(Collectors.toCollection(TreeSet::new));
        return names.stream().limit(NAMED).collect(Collectors.joining(", ")) + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more services" : "");
    }
}
