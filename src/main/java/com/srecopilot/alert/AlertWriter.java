package com.srecopilot.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.receipt.Entry;
import com.srecopilot.alert.receipt.Receipt;
import com.srecopilot.alert.receipt.ReceiptWriter;
import com.srecopilot.alert.silence.Silences;
import com.srecopilot.catalog.Catalog;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.AfterCommit;

/** The only way into the table of alerts: many deliveries of one source in one transaction, at once or by way of the log. */
@Service
class AlertWriter {

    private static final int MOST_ALERTS = 2_000;

    private final EpisodeStore store;
    private final DeliveryLog log;
    private final ReceiptWriter receipts;
    private final Silences silences;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;

    AlertWriter(EpisodeStore store, DeliveryLog log, ReceiptWriter receipts, Silences silences, Catalog catalog, ApplicationEventPublisher events) {
        this.store = store;
        this.log = log;
        this.receipts = receipts;
        this.silences = silences;
        this.catalog = catalog;
        this.events = events;
    }

    /** @param deliveries how many were unfolded. @param repeated the receipts of those that repeated something: no event tells of them */
    record Unfolded(int deliveries, List<UUID> repeated) {
    }

    /** @param stored called at once when it is committed: senders need not wait until it is shown */
    @Transactional
    Unfolded write(IngestKey source, List<Delivery> deliveries, Runnable stored) {
        AfterCommit.run(stored);
        store.lock(source);
        return unfold(source, deliveries);
    }

    /** Stores deliveries to be unfolded soon: several times as many in the same time. @param stored called at once when it is committed */
    @Transactional
    void log(List<Delivery> deliveries, Runnable stored) {
        AfterCommit.run(stored);
        log.append(deliveries);
    }

    /** Unfolds what was logged of a source first. @param most how many packs at most */
    @Transactional
    Unfolded unfold(IngestKey source, int most) {
        store.lock(source);
        List<DeliveryLog.Pack> next = log.next(source, most, MOST_ALERTS);
        log.strike(source, next);
        return next.isEmpty() ? new Unfolded(0, List.of()) : unfold(source, next.stream().flatMap(pack -> pack.deliveries().stream()).toList());
    }

    /**
     * What the database won't have as alerts must not hold up the rest: a pack that holds it is taken apart, and once it
     * stands alone its receipt keeps it, with the reason.
     *
     * @return how many were refused
     */
    @Transactional
    int refuseNext(IngestKey source, RuntimeException reason) {
        store.lock(source);
        List<DeliveryLog.Pack> next = log.next(source, 1, 1);
        if (next.stream().anyMatch(pack -> pack.deliveries().size() > 1)) {
            next.forEach(pack -> log.takeApart(source, pack));
            return 0;
        }
        log.strike(source, next);
        receipts.write(next.stream().flatMap(pack -> pack.deliveries().stream())
                .map(delivery -> receipt(delivery.refused("It can't be stored as alerts: " + reason.getMessage()))).toList());
        return next.size();
    }

    /** The sources of the current tenant of which logged deliveries wait. */
    @Transactional(readOnly = true)
    List<IngestKey> left() {
        return log.sources();
    }

    /** Under the lock of its source. */
    private Unfolded unfold(IngestKey source, List<Delivery> deliveries) {
        receipts.write(deliveries.stream().map(AlertWriter::receipt).toList());
        EpisodeStore.Loaded loaded = store.load(source, wanted(deliveries));
        var batch = new DeliveryBatch(loaded.episodes(), silences.inForce());
        var entries = new LinkedHashMap<UUID, List<Entry>>();
        deliveries.forEach(delivery -> entries.put(delivery.receipt(), batch.unfold(delivery)));
        catalog.learn(services(deliveries));
        store.save(source, loaded.stored(), batch.touched());
        receipts.write(entries);
        announce(source, batch);
        return new Unfolded(deliveries.size(), batch.repeated());
    }

    private static Receipt receipt(Delivery delivery) {
        IngestKey source = delivery.source();
        return new Receipt(delivery.receipt(), delivery.receivedAt(), source.id(), source.name(), delivery.format(), delivery.refusal(),
                delivery.body(), delivery.alerts().size());
    }

    private void announce(IngestKey source, DeliveryBatch batch) {
        if (!batch.fired().isEmpty()) {
            events.publishEvent(new AlertEvent.Fired(source.tenant(), batch.fired()));
        }
        if (!batch.resolved().isEmpty()) {
            events.publishEvent(new AlertEvent.Resolved(source.tenant(), batch.resolved()));
        }
    }

    private static Map<String, Instant> wanted(List<Delivery> deliveries) {
        var wanted = new HashMap<String, Instant>();
        for (Delivery delivery : deliveries) {
            for (IncomingAlert alert : delivery.alerts()) {
                Instant start = alert.startsAt() == null ? Instant.MAX : alert.startsAt();
                wanted.merge(alert.dedupKey(), start, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return wanted;
    }

    private static Set<String> services(List<Delivery> deliveries) {
        return deliveries.stream().flatMap(delivery -> delivery.alerts().stream()).map(IncomingAlert::service)
                .filter(service -> !service.isEmpty()).collect(Collectors.toSet());
    }
}
