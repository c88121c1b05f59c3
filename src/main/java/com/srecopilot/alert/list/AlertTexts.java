package com.srecopilot.alert.list;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Rush;
import com.srecopilot.tenancy.Tenants;

/**
 * Has the words and labels of alerts remembered, as they first said them, for lists to be searched by. It follows the intake
 * at a distance, in batches: what has arrived lately is looked at again, since a delivery becomes visible only at its commit.
 */
@Component
class AlertTexts {

    private static final int BATCH = 1_000;
    private static final int ROUNDS = 10;
    private static final Duration COMMITTED = Duration.ofSeconds(15);
    private static final String FILL = """
            with batch as (
                select * from alerts where (received_at, id) > (:at, :id) order by received_at, id limit :most),
            remembered as materialized (
                select count(remember_text('alert', id, concat_ws(' ', title, service, dedup_key, description), labels)) from batch
                where not exists (select from texts where kind = 'alert' and texts.id = batch.id))
            select received_at, id from batch, remembered order by received_at desc, id desc limit 1""";

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Rush rush;
    private final Clock clock;

    AlertTexts(JdbcClient jdbc, Tenants tenants, PlatformTransactionManager transactions, Rush rush, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
        this.rush = rush;
        this.clock = clock;
    }

    private record Mark(Instant at, UUID id) {
    }

    /** Some batches, tenant by tenant: nobody waits for another's backlog. None while senders stand in line. */
    @Scheduled(initialDelayString = "10s", fixedDelayString = "3s")
    void follow() {
        Map<UUID, Mark> behind = new LinkedHashMap<>();
        tenants.with("new_alerts").forEach(tenant -> behind.put(tenant, null));
        for (int round = 0; round < ROUNDS && !behind.isEmpty() && !rush.isOn(); round++) {
            behind.replaceAll((tenant, from) -> Actor.system(tenant, "alerts").call(() -> transaction.execute(status -> fill(from == null ? mark() : from))));
            behind.values().removeIf(Objects::isNull);
        }
    }

    /** @return the last alert looked at; null when there was none */
    private Mark fill(Mark from) {
        Mark reached = jdbc.sql(FILL).param("at", from.at().atOffset(ZoneOffset.UTC)).param("id", from.id()).param("most", BATCH)
                .query((row, number) -> new Mark(row.getObject("received_at", OffsetDateTime.class).toInstant(), row.getObject("id", UUID.class)))
                .optional().orElse(null);
        if (reached != null) {
            Instant settled = storedSince().minus(COMMITTED);
            Mark kept = reached.at().isBefore(settled) ? reached : new Mark(settled, new UUID(0, 0));
            jdbc.sql("""
                    insert into alert_text_marks (done_at, done_id) values (?, ?)
                    on conflict (tenant_id) do update set done_at = excluded.done_at, done_id = excluded.done_id""")
                    .params(kept.at().atOffset(ZoneOffset.UTC), kept.id()).update();
        }
        return reached;
    }

    /** What was received before is stored as alerts; what still waits in the log becomes one with an older time. */
    private Instant storedSince() {
        Instant now = clock.instant();
        return jdbc.sql("select min(received_at) from delivery_packs").query(OffsetDateTime.class).optional()
                .map(OffsetDateTime::toInstant).filter(now::isAfter).orElse(now);
    }

    private Mark mark() {
        return jdbc.sql("select done_at, done_id from alert_text_marks")
                .query((row, number) -> new Mark(row.getObject("done_at", OffsetDateTime.class).toInstant(), row.getObject("done_id", UUID.class)))
                .optional().orElse(new Mark(Instant.EPOCH, new UUID(0, 0)));
    }
}
