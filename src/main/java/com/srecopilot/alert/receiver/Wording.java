package com.srecopilot.alert.receiver;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.format.CleanText;

/** A sender words an open alert of its own anew. */
@Service
@Transactional
class Wording {

    private final JdbcClient jdbc;

    Wording(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An unknown alert, or one that is over, stays as it is. */
    void title(UUID source, String dedupKey, String title) {
        jdbc.sql("update alerts set title = ? where source_id = ? and dedup_key = ? and status <> 'resolved'")
                .params(CleanText.cut(CleanText.line(title), 300), source, CleanText.key(dedupKey, 512)).update();
    }

    /** The same for what it says at length. */
    void description(UUID source, String dedupKey, String description) {
        jdbc.sql("update alerts set description = ? where source_id = ? and dedup_key = ? and status <> 'resolved'")
                .params(CleanText.cut(CleanText.of(description), 15_000), source, CleanText.key(dedupKey, 512)).update();
    }

    /** The key under which the sender knows an alert of ours. */
    @Transactional(readOnly = true)
    Optional<String> keyOf(UUID source, UUID alert) {
        return jdbc.sql("select dedup_key from alerts where id = ? and source_id = ?").params(alert, source).query(String.class).optional();
    }
}
