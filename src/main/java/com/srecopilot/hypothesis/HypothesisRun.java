package com.srecopilot.hypothesis;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;

/** The latest time that the engine looked at an incident. */
@Entity
@Table(name = "hypothesis_runs")
class HypothesisRun {

    /** A run whose node was killed is not shown as running for ever; it is taken up again. */
    static final Duration GIVEN_UP = Duration.ofMinutes(1);
    private static final String RUNNING = "running";
    private static final String DONE = "done";

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;
    @TenantId
    private UUID tenantId;
    @Version
    private Integer version;
    private int incidentNumber;
    private String status;
    private Instant startedAt;
    private Instant finishedAt;
    private String abstainedReason;

    protected HypothesisRun() {
    }

    void begin(Instant at) {
        status = RUNNING;
        startedAt = at;
        finishedAt = null;
    }

    /** @param abstained why nothing is suspected, or null */
    void finish(Instant at, String abstained) {
        status = DONE;
        finishedAt = at;
        abstainedReason = abstained;
    }

    boolean isRunning(Instant now) {
        return status.equals(RUNNING) && startedAt.plus(GIVEN_UP).isAfter(now);
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }

    String abstainedReason() {
        return abstainedReason;
    }
}
