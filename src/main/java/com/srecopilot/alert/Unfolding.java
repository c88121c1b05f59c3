package com.srecopilot.alert;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Rush;
import com.srecopilot.tenancy.Tenants;
import com.srecopilot.tenancy.Turns;

/**
 * Turns logged deliveries into alerts, for each source in the order of their arrival. Any node may do it for all, and
 * looks for what a killed one has left.
 */
@Component
class Unfolding implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Unfolding.class);
    private static final int PACKS = 500;
    /** So many deliveries a reader waits for. */
    private static final int SOON = 2_000;

    private final AlertWriter writer;
    private final DeliveryLog deliveries;
    private final AlertLive live;
    private final Tenants tenants;
    private final Turns<UUID> turns;
    private final Rush rush;
    private final Map<UUID, Backlog> waiting = new ConcurrentHashMap<>();

    Unfolding(AlertWriter writer, DeliveryLog deliveries, AlertLive live, Tenants tenants, Rush rush) {
        this.writer = writer;
        this.deliveries = deliveries;
        this.live = live;
        this.tenants = tenants;
        this.rush = rush;
        turns = new Turns<>("unfolding", 2, rush, this::isCrowded);
    }

    /** How many deliveries of a source this node has logged and not yet unfolded, about. */
    private record Backlog(IngestKey source, int deliveries) {

        /** @return null when nothing is left */
        private Backlog plus(int more) {
            return deliveries + more <= 0 ? null : new Backlog(source, deliveries + more);
        }
    }

    int waiting(IngestKey source) {
        Backlog backlog = waiting.get(source.id());
        return backlog == null ? 0 : backlog.deliveries();
    }

    void logged(IngestKey source, int count) {
        rush.goesOn(source.tenant(), count);
        waiting.merge(source.id(), new Backlog(source, count), (known, more) -> known.plus(more.deliveries()));
        ask(source);
    }

    /** For readers who expect what they have just sent; behind a storm they don't wait. */
    void catchUpSoon(UUID tenant) {
        waiting.values().stream().filter(backlog -> backlog.source().tenant().equals(tenant) && backlog.deliveries() <= SOON)
                .forEach(backlog -> catchUp(backlog.source()));
    }

    /** Returns once all that was logged for the current tenant before this call, by whatever node, is unfolded. */
    void catchUp() {
        writer.left().forEach(this::catchUp);
    }

    private void catchUp(IngestKey source) {
        while (lot(source) > 0) {
            log.debug("More deliveries of {} wait", source.name());
        }
    }

    private void ask(IngestKey source) {
        turns.ask(source.id(), () -> {
            if (lot(source) > 0) {
                ask(source);
            }
        });
    }

    private boolean isCrowded(UUID source) {
        Backlog backlog = waiting.get(source);
        return backlog != null && rush.isCrowded(backlog.source().tenant());
    }

    private int lot(IngestKey source) {
        int done = Actor.system(source.tenant(), "intake: " + source.name()).call(() -> unfold(source, PACKS));
        waiting.computeIfPresent(source.id(), (id, backlog) -> done == 0 ? null : backlog.plus(-done));
        return done;
    }

    private int unfold(IngestKey source, int most) {
        try {
            AlertWriter.Unfolded unfolded = writer.unfold(source, most);
            live.repeated(source.tenant(), unfolded.repeated());
            return unfolded.deliveries();
        } catch (DataIntegrityViolationException e) {
            return most > 1 ? unfold(source, most / 2) : pass(source, e); // What stands before the odd one is not tried one by one.
        }
    }

    private int pass(IngestKey source, DataIntegrityViolationException reason) {
        int refused = writer.refuseNext(source, reason);
        return refused > 0 ? refused : unfold(source, 1);
    }

    @Scheduled(initialDelayString = "2s", fixedDelayString = "15s")
    void lookForWhatIsLeft() {
        for (UUID tenant : tenants.with("deliveries")) {
            List<IngestKey> left = Actor.system(tenant, "intake").call(writer::left);
            left.forEach(this::ask);
        }
    }

    @Override
    public void destroy() {
        turns.close();
    }
}
