package com.srecopilot.alert.list;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;

/**
 * Keeps the pairs of labels by which lists can be filtered. It follows the intake at a distance, in batches: what has
 * arrived lately is looked at again, since a delivery becomes visible only at its commit.
 */
@Component
class LabelIndex {

    private static final int BATCH = 5_000;
    private static final Duration COMMITTED = Duration.ofSeconds(15);
    private static final String FILL = """
            with batch as (
                select id, received_at, labels from alerts where (received_at, id) > (:at, :id) order by received_at, id limit :most),
            filled as (
                insert into alert_labels (alert_id, pair)
                select batch.id, hashtextextended(label.key || '=' || label.value, 0) from batch cross join lateral jsonb_each_text(batch.labels) label
                where not exists (select from alert_labels known where known.alert_id = batch.id)
                on conflict do nothing)
            select received_at, id from batch order by received_at desc, id desc limit 1""";

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LabelIndex(JdbcClient jdbc, Tenants tenants, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Mark(Instant at, UUID id) {
    }

    @Scheduled(initialDelayString = "10s", fixedDelayString = "3s")
    void follow() {
        tenants.with("unlabelled_alerts").forEach(tenant -> Actor.system(tenant, "alerts").run(this::catchUp));
    }

    /** Until nothing is left. */
    void catchUp() {
        boolean more = true;
        Mark from = transaction.execute(status -> mark());
        while (more) {
            Mark at = from;
            Mark reached = transaction.execute(status -> fill(at));
            more = reached != null;
            from = more ? reached : from;
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
                    insert into alert_label_marks (done_at, done_id) values (?, ?)
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
        return jdbc.sql("select done_at, done_id from alert_label_marks")
                .query((row, number) -> new Mark(row.getObject("done_at", OffsetDateTime.class).toInstant(), row.getObject("done_id", UUID.class)))
                .optional().orElse(new Mark(Instant.EPOCH, new UUID(0, 0)));
    }
}
