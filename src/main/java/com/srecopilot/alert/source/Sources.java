package com.srecopilot.alert.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a source sent, from its receipts. */
@Service
@Transactional(readOnly = true)
class Sources {

    private static final int LATEST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    Sources(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of the last 24 hours. */
    record Tally(long deliveries, long alerts, long refused) {
    }

    /** @param reason why it was refused, or null. @param payload without what looks like a secret */
    record Received(UUID receipt, Instant at, String format, String reason, int alerts, String payload) {
    }

    Tally day(UUID source) {
        return jdbc.sql("""
                select count(*) deliveries, coalesce(sum(alerts), 0) alerts, count(*) filter (where status = 'rejected') refused
                from receipts where source_id = ? and received_at > ?""")
                .params(source, clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Tally(row.getLong("deliveries"), row.getLong("alerts"), row.getLong("refused"))).single();
    }

    List<Received> latest(UUID source) {
        return jdbc.sql("select id, received_at, format, reason, alerts, left(payload, 5000) payload from receipts where source_id = ? order by received_at desc, id desc limit ?")
                .params(source, LATEST).query(Sources::received).list();
    }

    List<Received> refused(UUID source) {
        return jdbc.sql("""
                select id, received_at, format, reason, alerts, left(payload, 5000) payload from receipts
                where source_id = ? and status = 'rejected' order by received_at desc, id desc limit ?""")
                .params(source, LATEST).query(Sources::received).list();
    }

    private static Received received(ResultSet row, int number) throws SQLException {
        return new Received(row.getObject("id", UUID.class), row.getObject("received_at", OffsetDateTime.class).toInstant(), row.getString("format"),
                row.getString("reason"), row.getInt("alerts"), Redaction.of(row.getString("payload")));
    }
}
