package com.srecopilot.tenancy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands events again to listeners that did not finish, for instance since their node was killed. Any node does it for
 * all; one at a time.
 */
@Component
class OutstandingEvents {

    private static final long LOCK = 0x5245_5355_424D_4954L;
    private static final Duration GRACE = Duration.ofSeconds(20);
    /** What was handed again may wait in a queue: not once more at once, or a backlog feeds itself. */
    private static final Duration AGAIN = Duration.ofSeconds(60);

    private final IncompleteEventPublications publications;
    private final ThreadPoolTaskExecutor listeners;
    private final JdbcClient jdbc;
    private final Clock clock;

    OutstandingEvents(IncompleteEventPublications publications, ThreadPoolTaskExecutor applicationTaskExecutor, JdbcClient jdbc, Clock clock) {
        this.publications = publications;
        this.listeners = applicationTaskExecutor;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "10s", fixedDelayString = "10s")
    @Transactional
    void resubmit() {
        if (jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single()) {
            publications.resubmitIncompletePublications(ResubmissionOptions.defaults().withMinAge(GRACE).withFilter(this::notJustHandedAgain));
        }
    }

    private boolean notJustHandedAgain(EventPublication event) {
        Instant again = event.getLastResubmissionDate();
        return again == null || again.isBefore(clock.instant().minus(AGAIN));
    }

    /** What waits now stays in the register for the next start; what runs may finish. */
    @EventListener(ContextClosedEvent.class)
    void leaveTheRest() {
        listeners.getThreadPoolExecutor().getQueue().clear();
    }
}
