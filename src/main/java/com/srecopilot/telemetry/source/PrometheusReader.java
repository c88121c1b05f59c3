package com.srecopilot.telemetry.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import com.srecopilot.encryption.Undecipherable;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.telemetry.Arrivals;
import com.srecopilot.telemetry.MetricDraft;
import com.srecopilot.telemetry.SampleStore;
import com.srecopilot.telemetry.Stored;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/** Reads what each tenant's Prometheus has measured since the last time, and an hour of what was missed meanwhile. */
@Component
class PrometheusReader {

    private static final Logger LOG = LoggerFactory.getLogger(PrometheusReader.class);
    private static final UUID SOURCE = new UUID(0, 0);
    private static final Duration BACK = Duration.ofHours(1);
    private static final Duration AT_ONCE = Duration.ofMinutes(10);

    private final Tenants tenants;
    private final PrometheusSources sources;
    private final PrometheusClient client;
    private final SampleStore store;
    private final Arrivals arrivals;
    private final Clock clock;
    /** Threads of its own: who waits for another machine must hold up no other job. */
    private final ExecutorService readers = Executors.newFixedThreadPool(2, new CustomizableThreadFactory("prometheus-"));
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    PrometheusReader(Tenants tenants, PrometheusSources sources, PrometheusClient client, SampleStore store, Arrivals arrivals, Clock clock) {
        this.tenants = tenants;
        this.sources = sources;
        this.client = client;
        this.store = store;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "20s", fixedDelayString = "15s")
    void read() {
        tenants.with("prometheus").stream().filter(underWay::add).forEach(tenant -> readers.execute(() -> Actor.system(tenant, "telemetry").run(() -> turn(tenant))));
    }

    private void turn(UUID tenant) {
        try {
            sources.claim().ifPresent(this::read);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A tenant's Prometheus could not be read: {}", e.getMessage());
        } finally {
            underWay.remove(tenant);
        }
    }

    @PreDestroy
    void stop() {
        readers.shutdownNow();
    }

    /** In the current tenant's name. */
    void read(PrometheusSource source) {
        Instant now = aligned(clock.instant());
        Instant from = source.readUntil() == null ? now.minus(AT_ONCE) : later(source.readUntil().plus(PrometheusClient.STEP), now.minus(BACK));
        try {
            int series = 0;
            for (Instant start = from; !start.isAfter(now); start = start.plus(AT_ONCE)) {
                Instant end = start.plus(AT_ONCE).minus(PrometheusClient.STEP);
                series = take(source, start, end.isBefore(now) ? end : now);
            }
            sources.noteRead(now, from.isAfter(now) && source.series() != null ? source.series() : series);
        } catch (Unanswered | Undecipherable e) {
            sources.noteFailure(e.getMessage());
        }
    }

    private int take(PrometheusSource source, Instant from, Instant to) {
        List<MetricDraft> drafts = new ArrayList<>();
        String token = sources.token(source);
        source.lines().forEach(selector -> drafts.addAll(client.range(source.url(), token, selector, from, to)));
        Stored stored = store.write(drafts);
        arrivals.note(new IngestKey(Actor.current().tenant(), SOURCE, "Prometheus, read by us"), "query API", stored, stored.complaint());
        return drafts.size();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant aligned(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), PrometheusClient.STEP.toSeconds()) * PrometheusClient.STEP.toSeconds());
    }
}
