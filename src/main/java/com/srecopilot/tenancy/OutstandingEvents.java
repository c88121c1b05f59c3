package com.srecopilot.tenancy;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Hands events again to listeners that did not finish, for instance since their node was killed. Any node does it for
 * all; the register lets one of them have each event. What was handed again may wait in a queue: its turn comes once
 * more only after it counts as stale. No transaction spans it, as the events are of different tenants.
 */
@Component
class OutstandingEvents {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final IncompleteEventPublications publications;
    private final UnreadableEvents unreadable;
    private final Clock clock;
    private final ThreadPoolTaskExecutor listeners;
    private final Backlog backlog;
    private boolean started;

    OutstandingEvents(IncompleteEventPublications publications, UnreadableEvents unreadable, Clock clock, ThreadPoolTaskExecutor applicationTaskExecutor, Backlog backlog) {
        this.publications = publications;
        this.unreadable = unreadable;
        this.clock = clock;
        this.listeners = applicationTaskExecutor;
        this.backlog = backlog;
    }

    /** The first time, once the pages are there, for all: nothing of this node is under way yet. Later only while this node keeps up with its own. */
    @Scheduled(initialDelayString = "0s", fixedDelayString = "10s")
    void resubmit() {
        if (backlog.isLong(listeners.getThreadPoolExecutor().getQueue().size())) {
            return;
        }
        Duration grace = started ? GRACE : Duration.ZERO;
        unreadable.setAside(clock.instant().minus(grace));
        publications.resubmitIncompletePublicationsOlderThan(grace);
        started = true;
    }

    /** What waits now stays in the register for the next start; what runs may finish. */
    @EventListener(ContextClosedEvent.class)
    void leaveTheRest() {
        listeners.getThreadPoolExecutor().getQueue().clear();
    }
}
