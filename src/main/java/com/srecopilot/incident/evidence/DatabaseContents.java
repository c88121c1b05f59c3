package com.srecopilot.incident.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Beside everything else, in PostgreSQL: one backup holds all. */
@Component
class DatabaseContents implements Contents {

    private final JdbcClient jdbc;

    DatabaseContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    @Transactional
    public void keep(UUID evidence, InputStreamSource source, long bytes) throws IOException {
        try (InputStream content = source.getInputStream()) {
            byte[] piece = content.readNBytes(PIECE);
            for (int place = 0; piece.length > 0; place++) {
                jdbc.sql("insert into evidence_pieces (evidence_id, place, content) values (?, ?, ?)").params(evidence, place, piece).update();
                piece = content.readNBytes(PIECE);
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] piece(UUID evidence, int place) {
        return jdbc.sql("select content from evidence_pieces where evidence_id = ? and place = ?").params(evidence, place)
                .query((row, index) -> row.getBytes(1)).optional().orElse(new byte[0]);
    }

    @Override
    @Transactional
    public void discard(UUID evidence) {
        jdbc.sql("delete from evidence_pieces where evidence_id = ?").param(evidence).update();
    }
}
