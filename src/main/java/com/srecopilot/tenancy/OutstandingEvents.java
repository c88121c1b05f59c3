package com.srecopilot.tenancy;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
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

    private final IncompleteEventPublications publications;
    private final JdbcClient jdbc;

    OutstandingEvents(IncompleteEventPublications publications, JdbcClient jdbc) {
        this.publications = publications;
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelayString = "10s", fixedDelayString = "10s")
    @Transactional
    void resubmit() {
        if (jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single()) {
            publications.resubmitIncompletePublicationsOlderThan(GRACE);
        }
    }
}
