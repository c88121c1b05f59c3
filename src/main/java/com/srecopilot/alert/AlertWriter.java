package com.srecopilot.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.receipt.Receipt;
import com.srecopilot.alert.receipt.ReceiptWriter;
import com.srecopilot.alert.silence.Silences;
import com.srecopilot.catalog.Catalog;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.AfterCommit;

/** The only way into the table of alerts: all deliveries of one source that are waiting, in one transaction. */
@Service
class AlertWriter {

    private final EpisodeStore store;
    private final ReceiptWriter receipts;
    private final Silences silences;
    private final Catalog catalog;
    private final ApplicationEventPublisher events;

    AlertWriter(EpisodeStore store, ReceiptWriter receipts, Silences silences, Catalog catalog, ApplicationEventPublisher events) {
        this.store = store;
        this.receipts = receipts;
        this.silences = silences;
        this.catalog = catalog;
        this.events = events;
    }

    /**
     * @param stored called at once when it is committed: senders need not wait until it is shown
     * @return the receipts of those deliveries that repeated something: no event tells of them
     */
    @Transactional
    List<UUID> write(IngestKey source, List<Delivery> deliveries, Runnable stored) {
        AfterCommit.run(stored);
        store.lock(source);
        EpisodeStore.Loaded loaded = store.load(source, wanted(deliveries));
        var batch = new DeliveryBatch(loaded.episodes(), silences.inForce());
        var written = new ArrayList<Receipt>();
        for (Delivery delivery : deliveries) {
            written.add(new Receipt(delivery.receipt(), delivery.receivedAt(), source.id(), source.name(), delivery.format(),
                    delivery.refusal(), delivery.body(), delivery.alerts().size(), batch.unfold(delivery)));
        }
        catalog.learn(services(deliveries));
        store.save(source, loaded.stored(), batch.touched());
        receipts.write(written);
        announce(source, batch);
        return batch.repeated();
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
