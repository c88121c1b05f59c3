package com.srecopilot.alert.receiver;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How long senders wait for their answers, among the times of all requests: without an observation for each, which costs as much as reading the body. */
@Component
class IngestTimes {

    private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry metrics;

    IngestTimes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    private record Answered(String method, int status) {
    }

    /** @param method one of few: each is kept */
    void took(Duration time, String method, int status) {
        timers.computeIfAbsent(new Answered(method, status), this::timer).record(time);
    }

    private Timer timer(Answered answered) {
        return metrics.timer("http.server.requests", "error", "none", "exception", "none", "method", answered.method(), "outcome", outcome(answered.status()),
                "status", Integer.toString(answered.status()), "uri", "/ingest/{key}/{format}");
    }

    /** As Spring names it. */
    private static String outcome(int status) {
        HttpStatus.Series series = HttpStatus.Series.valueOf(status);
        return series == HttpStatus.Series.SUCCESSFUL ? "SUCCESS" : series.name();
    }
}
