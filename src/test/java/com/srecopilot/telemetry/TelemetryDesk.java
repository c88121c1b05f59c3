package com.srecopilot.telemetry;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;

/** An organisation of its own for each test, with an ingest key and no telemetry. */
@RunningApp
public abstract class TelemetryDesk {

    @LocalServerPort
    protected int port;
    @Autowired
    protected Installation installation;
    @Autowired
    protected People people;
    @Autowired
    protected Telemetry telemetry;
    @Autowired
    protected IngestKeys keys;
    protected Organisation organisation;
    protected String key;
    protected final Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

    @BeforeEach
    void foundOrganisation() {
        organisation = Organisation.found(installation, people);
        key = organisation.as(() -> keys.create("collector"));
    }

    protected static MetricDraft draft(String service, String metric, Map<String, String> labels, long[] millis, double... values) {
        return new MetricDraft(metric, service, new TreeMap<>(labels), "", millis, values);
    }

    protected static SpanDraft span(UUID trace, long id, Long parent, String service, Instant at, long millis, boolean failed, boolean client, String peer) {
        return new SpanDraft(trace, id, parent, service, "GET /" + service, at.toEpochMilli() * 1_000, millis * 1_000, failed, client, peer, 1);
    }
}
