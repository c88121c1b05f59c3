package com.srecopilot.telemetry.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.catalog.Edge;
import com.srecopilot.telemetry.Telemetry;

/** How calls between services went in the last minutes, for the map and the pages of services. */
@Component
class LatelySeen implements Edge.Watch {

    private static final Duration LATELY = Duration.ofMinutes(15);

    private final Telemetry telemetry;
    private final Clock clock;

    LatelySeen(Telemetry telemetry, Clock clock) {
        this.telemetry = telemetry;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Edge, Edge.Traffic> lately() {
        Instant now = clock.instant();
        var traffic = new HashMap<Edge, Edge.Traffic>();
        telemetry.edges(now.minus(LATELY), now).forEach(edge -> traffic.put(new Edge(edge.caller(), edge.callee()),
                new Edge.Traffic(edge.count() / (double) LATELY.toMinutes(), edge.errors() / (double) edge.count(), LATELY.toMinutes(), edge.p50(), edge.p95(), edge.p99())));
        return traffic;
    }
}
