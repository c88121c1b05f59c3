package com.srecopilot.hypothesis.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.tenancy.Actor;

/** Opinions of the current tenant's model. */
@Repository
class OpinionStore {

    private static final JsonMapper JSON = new JsonMapper();
    private final JdbcClient jdbc;

    OpinionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OpinionRow> find(int number) {
        return jdbc.sql("select * from model_opinions where incident_number = ?").param(number).query(OpinionStore::row).optional();
    }

    /** In place of the one before. */
    void begin(int number, OpinionRow row) {
        jdbc.sql("""
                insert into model_opinions (tenant_id, incident_number, id, model, opinion, asked_at) values (:tenant, :number, :id, :model, :opinion::jsonb, :at)
                on conflict (tenant_id, incident_number) do update set id = :id, model = :model, opinion = :opinion::jsonb, failure = null, asked_at = :at, finished_at = null""")
                .param("tenant", Actor.current().tenant()).param("number", number).param("id", row.id()).param("model", row.model())
                .param("opinion", JSON.writeValueAsString(row.opinion())).param("at", Timestamp.from(row.askedAt())).update();
    }

    /** Nothing happens when another was asked for since. */
    void finish(int number, OpinionRow row) {
        jdbc.sql("update model_opinions set opinion = ?::jsonb, failure = ?, finished_at = ? where incident_number = ? and id = ?")
                .params(JSON.writeValueAsString(row.opinion()), row.failure(), Timestamp.from(row.finishedAt()), number, row.id()).update();
    }

    private static OpinionRow row(ResultSet row, int index) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new OpinionRow(row.getObject("id", UUID.class), row.getString("model"), JSON.readValue(row.getString("opinion"), Opinion.class), row.getString("failure"),
                row.getTimestamp("asked_at").toInstant(), finished == null ? null : finished.toInstant());
    }
}
