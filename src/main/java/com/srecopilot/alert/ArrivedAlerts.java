package com.srecopilot.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stored alerts in the order in which they arrived, for whoever looks at the past anew. */
@Service
@Transactional(readOnly = true)
public class ArrivedAlerts {

    /** What was silent from its first moment on has never been grouped; nor has what was over before it arrived. */
    private static final String GROUPED = "received_at >= :since and (incident is not null or awaits_incident or rule is not null)";

    private final JdbcClient jdbc;
    private final AlertRow row;

    ArrivedAlerts(JdbcClient jdbc, AlertRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    /** How many were grouped since, or wait for it. */
    public long countSince(Instant since) {
        return jdbc.sql("select count(*) from alerts where " + GROUPED).param("since", utc(since)).query(Long.class).single();
    }

    /** The next of them, oldest first. @param after the last of the page before; null for the first page */
    public List<AlertRow.Received> since(Instant since, AlertRow.Received after, int most) {
        return jdbc.sql("select * from alerts where " + GROUPED + " and (received_at, id) > (:at, :id) order by received_at, id limit :most")
                .param("since", utc(since)).param("at", after == null ? utc(Instant.EPOCH) : utc(after.at()))
                .param("id", after == null ? new UUID(0, 0) : after.alert().id()).param("most", most).query(row).list();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
