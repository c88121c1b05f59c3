package com.srecopilot.incident.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.srecopilot.identity.Cursor;

/** The table of evidence; reached by the incident, so that who may not see the one never sees the other. */
@Component
class EvidenceRows {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    private static final String ROWS = """
            select e.id, i.number, e.kind, e.name, e.note, e.media_type, e.bytes, e.link, e.store, e.excerpt, e.preview is not null as previewed,
                e.added_at, e.added_by from evidence e join incidents i on i.tenant_id = e.tenant_id and i.id = e.incident_id
            where i.number = ? and i.deleted_at is null""";

    private final JdbcClient jdbc;

    EvidenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, UUID incident, NewEvidence evidence, String store, Instant at, String by) {
        jdbc.sql("""
                insert into evidence (id, incident_id, kind, name, note, media_type, bytes, link, store, excerpt, preview, added_at, added_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, incident, evidence.kind(), evidence.name(), evidence.note(), evidence.mediaType(), evidence.bytes(), evidence.link(),
                        store, evidence.excerpt(), evidence.preview(), at.atOffset(ZoneOffset.UTC), by).update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from evidence where id = ?").param(id).update();
    }

    int move(UUID from, UUID to) {
        return jdbc.sql("update evidence set incident_id = ? where incident_id = ?").params(to, from).update();
    }

    /** The number of the incident that has it now, if the reader may know. */
    Optional<Integer> incidentOf(UUID id) {
        return jdbc.sql("select i.number from evidence e join incidents i on i.tenant_id = e.tenant_id and i.id = e.incident_id where e.id = ?")
                .param(id).query(Integer.class).optional();
    }

    /** Newest first. */
    List<Evidence> before(int incident, String cursor, int limit) {
        Cursor from = Cursor.parse(cursor).orElse(NEWEST);
        return jdbc.sql(ROWS + " and (e.added_at, e.id) < (?, ?) order by e.added_at desc, e.id desc limit ?")
                .params(incident, from.at().atOffset(ZoneOffset.UTC), from.id(), limit).query(EvidenceRows::evidence).list();
    }

    Optional<Evidence> find(int incident, UUID id) {
        return jdbc.sql(ROWS + " and e.id = ?").params(incident, id).query(EvidenceRows::evidence).optional();
    }

    long count(UUID incident) {
        return jdbc.sql("select count(*) from evidence where incident_id = ?").param(incident).query(Long.class).single();
    }

    Optional<byte[]> preview(UUID id) {
        return jdbc.sql("select preview from evidence where id = ? and preview is not null").param(id).query((row, index) -> row.getBytes(1)).optional();
    }

    private static Evidence evidence(ResultSet row, int index) throws SQLException {
        return new Evidence(row.getObject("id", UUID.class), row.getInt("number"), row.getString("kind"), row.getString("name"),
                row.getString("note"), row.getString("media_type"), row.getLong("bytes"), row.getString("link"), row.getString("store"),
                row.getString("excerpt"), row.getBoolean("previewed"), row.getObject("added_at", OffsetDateTime.class).toInstant(), row.getString("added_by"));
    }
}
