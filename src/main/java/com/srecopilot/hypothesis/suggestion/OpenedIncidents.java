package com.srecopilot.hypothesis.suggestion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.AfterCommit;

/**
 * Has incidents looked at when they open, all that came meanwhile at once: a storm is a few transactions. Not in the
 * register of events; what a crash forgets is a suggestion less.
 */
@Component
class OpenedIncidents implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(OpenedIncidents.class);
    /** Who opens one longer ago than this replays the past. */
    private static final Duration REPLAYED = Duration.ofHours(1);

    private final Suggestions suggestions;
    private final SuggestionLive live;
    private final Clock clock;
    private final ThreadPoolTaskExecutor worker = new ThreadPoolTaskExecutor();
    private final Map<UUID, Set<Integer>> waiting = new LinkedHashMap<>();

    OpenedIncidents(Suggestions suggestions, SuggestionLive live, Clock clock) {
        this.suggestions = suggestions;
        this.live = live;
        this.clock = clock;
        worker.setThreadNamePrefix("suggestions-");
        worker.setCorePoolSize(1);
        worker.setDaemon(true);
        worker.initialize();
    }

    @EventListener
    void opened(IncidentEvent.Opened event) {
        Instant at = clock.instant();
        AfterCommit.run(() -> enqueue(event.tenant(), event.number(), at));
    }

    private void enqueue(UUID tenant, int number, Instant at) {
        synchronized (waiting) {
            boolean first = !waiting.containsKey(tenant);
            waiting.computeIfAbsent(tenant, id -> new TreeSet<>()).add(number);
            if (first) {
                worker.execute(() -> look(tenant, at));
            }
        }
    }

    private void look(UUID tenant, Instant at) {
        Set<Integer> numbers;
        synchronized (waiting) {
            numbers = waiting.remove(tenant);
        }
        if (at.plus(REPLAYED).isBefore(clock.instant())) {
            return;
        }
        try {
            Actor.system(tenant, "suggestions").run(() -> suggestions.suggest(numbers));
            live.show(tenant, numbers);
        } catch (DataAccessException | TransactionException e) {
            log.warn("Nothing is suggested of {} new incidents: {}", numbers.size(), e.getMessage());
        }
    }

    @Override
    public void destroy() {
        worker.shutdown();
    }
}
