package com.srecopilot.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.demo.pulse.Disturbance;
import com.srecopilot.demo.pulse.Requests;
import com.srecopilot.demo.pulse.Shop;
import com.srecopilot.demo.pulse.Vitals;
import com.srecopilot.telemetry.LogStore;
import com.srecopilot.telemetry.SampleStore;
import com.srecopilot.telemetry.SpanStore;

/** What the shop measured in the two hours before now: quiet, until the pool of connections begins to leak. */
@Component
@Profile("demo")
class DemoTelemetry {

    private static final long STEP = 30_000;
    private static final Duration BACK = Duration.ofMinutes(130);
    private static final Duration LINES = Duration.ofMinutes(60);

    private final Shop shop;
    private final SampleStore samples;
    private final SpanStore spans;
    private final LogStore logs;

    DemoTelemetry(Shop acmeShop, SampleStore samples, SpanStore spans, LogStore logs) {
        this.shop = acmeShop;
        this.samples = samples;
        this.spans = spans;
        this.logs = logs;
    }

    void write(Disturbance leak, Instant now) {
        long[] millis = LongStream.iterate(now.minus(BACK).toEpochMilli() / STEP * STEP, at -> at <= now.toEpochMilli(), at -> at + STEP).toArray();
        samples.write(Vitals.of(shop, List.of(leak), millis));
        Requests requests = Requests.between(shop, List.of(leak), now.minus(LINES).toEpochMilli(), millis[millis.length - 1] + 1);
        spans.write(requests.spans());
        logs.write(requests.lines());
    }
}
