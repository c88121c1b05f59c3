package com.srecopilot.alert;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveListener;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LivePublisher;

/** Shows alerts on open pages as they come, and in a storm says how many it left out. */
@Component
class AlertLive {

    private final LivePublisher live;
    private final Fragments fragments;
    private final AlertBudget budget;
    private final Alerts alerts;
    private final JdbcClient jdbc;

    AlertLive(LivePublisher live, Fragments fragments, AlertBudget budget, Alerts alerts, JdbcClient jdbc) {
        this.live = live;
        this.fragments = fragments;
        this.budget = budget;
        this.alerts = alerts;
        this.jdbc = jdbc;
    }

    @LiveListener
    CompletableFuture<Void> on(AlertEvent.Fired event) {
        return live.publish(event.tenant(), () -> push(event.tenant(), "new", null, touched(event.receipts(), "opened")));
    }

    @LiveListener
    CompletableFuture<Void> on(AlertEvent.Resolved event) {
        return live.publish(event.tenant(), () -> push(event.tenant(), "resolved", "row", touched(event.receipts(), "resolved")));
    }

    @LiveListener
    CompletableFuture<Void> on(AlertEvent.Attached event) {
        return live.publish(event.tenant(), () -> rows(event.tenant(), event.alerts()));
    }

    @LiveListener
    CompletableFuture<Void> on(AlertEvent.Acknowledged event) {
        return live.publish(event.tenant(), () -> rows(event.tenant(), List.of(event.alert())));
    }

    @LiveListener
    CompletableFuture<Void> on(AlertEvent.Reconsidered event) {
        return live.publish(event.tenant(), () -> rows(event.tenant(), event.alerts()));
    }

    @LiveListener
    CompletableFuture<Void> on(AlertEvent.Unacknowledged event) {
        return live.publish(event.tenant(), () -> rows(event.tenant(), List.of(event.alert())));
    }

    /** Repeats only raise a count. They publish no event: what a crash forgets, the next one shows. */
    void repeated(UUID tenant, List<UUID> receipts) {
        if (!receipts.isEmpty()) {
            live.publish(tenant, () -> rows(tenant, touched(receipts, "repeated")));
        }
    }

    private List<LiveMessage> push(UUID tenant, String kind, String part, List<UUID> touched) {
        int allowed = touched.isEmpty() ? 0 : budget.take(tenant, kind, touched.size());
        List<LiveMessage> messages = new ArrayList<>(rendered(part, touched.subList(0, allowed)));
        int rest = touched.size() - allowed;
        if (rest > 0) {
            Map<String, Object> model = Map.of("count", budget.leftOut(tenant, kind, rest), "kind", kind);
            messages.add(new LiveMessage(AlertsTopic.ALERTS, "summary", fragments.render("alert/_summary", model)));
        }
        return messages;
    }

    private List<LiveMessage> rows(UUID tenant, List<UUID> touched) {
        int allowed = touched.isEmpty() ? 0 : budget.take(tenant, "row", touched.size());
        return rendered("row", touched.subList(0, allowed));
    }

    private List<LiveMessage> rendered(String part, List<UUID> ids) {
        return alerts.find(ids).stream().sorted((one, other) -> Integer.compare(ids.indexOf(one.id()), ids.indexOf(other.id())))
                .map(alert -> new LiveMessage(AlertsTopic.ALERTS, part, fragments.render("alert/_row", Map.of("alert", alert)))).toList();
    }

    private List<UUID> touched(List<UUID> receipts, String outcome) {
        return List.copyOf(new LinkedHashSet<>(jdbc.sql("""
                select alert_id from receipt_alerts where receipt_id = any(:receipts) and outcome = :outcome order by receipt_id, ordinal""")
                .param("receipts", receipts.toArray(UUID[]::new)).param("outcome", outcome).query(UUID.class).list()));
    }
}
