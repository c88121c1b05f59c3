package com.srecopilot.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/**
 * Ends alerts of which nothing has been heard for long: their sender has forgotten them, or is gone. It does so as a
 * sender would, with a receipt, so that the page of the alert tells why it is over. What counts is our clock, when the
 * last delivery came: event times may be as old as they like.
 */
@Component
class StaleAlerts {

    private static final int MOST = 1_000;

    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final IntakeQueue queue;
    private final AlertProperties properties;
    private final Clock clock;

    StaleAlerts(Tenants tenants, JdbcClient jdbc, TransactionTemplate transaction, IntakeQueue queue, AlertProperties properties, Clock clock) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.queue = queue;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "60s", fixedDelayString = "60s")
    void expire() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant before = now.minus(properties.staleAfter());
        tenants.with("stale_alerts", before).forEach(tenant -> Actor.system(tenant, "stale alerts").run(() -> expireOf(tenant, now, before)));
    }

    private record Stale(UUID source, String sourceName, String key, String title) {

        private IncomingAlert over(String silentFor) {
            return new IncomingAlert(key, "", title, "", "low", true, "", Map.of(), null, null, "",
                    List.of(new IncomingAlert.Note("stale", "nothing was heard of it for " + silentFor)));
        }
    }

    private void expireOf(UUID tenant, Instant now, Instant before) {
        List<Stale> stale = transaction.execute(status -> jdbc.sql("""
                select source_id, source_name, dedup_key, title from alerts where ends_at is null and last_seen_at < ? order by last_seen_at limit ?""")
                .params(before.atOffset(ZoneOffset.UTC), MOST)
                .query((row, number) -> new Stale(row.getObject("source_id", UUID.class), row.getString("source_name"), row.getString("dedup_key"),
                        row.getString("title"))).list());
        stale.stream().collect(Collectors.groupingBy(Stale::source)).forEach((source, alerts) -> {
            var key = new IngestKey(tenant, source, alerts.get(0).sourceName());
            List<IncomingAlert> over = alerts.stream().map(alert -> alert.over(days())).toList();
            queue.write(new Delivery(EpisodeStore.newId(), key, "stale", now, over, null, ""));
        });
    }

    private String days() {
        long hours = properties.staleAfter().toHours();
        return hours % 24 == 0 ? hours / 24 + " days" : hours + " hours";
    }
}
