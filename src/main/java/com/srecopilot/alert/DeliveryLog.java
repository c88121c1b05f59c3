package com.srecopilot.alert;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.Actor;

/** Deliveries that are stored and answered but not yet unfolded into alerts, in the order of their arrival. */
@Component
class DeliveryLog {

    private static final int ROWS = 1_000;
    private static final TypeReference<List<IncomingAlert>> SAID = new TypeReference<>() { };
    private static final String APPEND = """
            insert into delivery_log (source_id, source_name, receipt_id, format, received_at, alerts, said) values (?, ?, ?, ?, ?, ?, ?)""";
    /** At least one, and as many as hold together about so many alerts. */
    private static final String NEXT = """
            select * from (
                select *, sum(alerts) over (order by id) - alerts as before from delivery_log where source_id = ? order by id limit ?) waiting
            where before < ? order by id""";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    DeliveryLog(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param id its place in the log */
    record Logged(long id, Delivery delivery) {
    }

    void append(List<Delivery> deliveries) {
        jdbc.batchUpdate(APPEND, deliveries, ROWS, this::append);
    }

    List<Logged> next(IngestKey source, int deliveries, int alerts) {
        return jdbc.query(NEXT, (row, number) -> logged(source, row), source.id(), deliveries, alerts);
    }

    void strike(IngestKey source, List<Logged> done) {
        jdbc.update("delete from delivery_log where source_id = ? and id = any(?)", source.id(), done.stream().map(Logged::id).toArray(Long[]::new));
    }

    /** The sources of the current tenant of which something waits. */
    List<IngestKey> sources() {
        return jdbc.query("select source_id, min(source_name) source_name from delivery_log group by source_id",
                (row, number) -> new IngestKey(Actor.current().tenant(), row.getObject("source_id", UUID.class), row.getString("source_name")));
    }

    private void append(PreparedStatement row, Delivery delivery) throws SQLException {
        row.setObject(1, delivery.source().id());
        row.setString(2, delivery.source().name());
        row.setObject(3, delivery.receipt());
        row.setString(4, delivery.format());
        row.setObject(5, delivery.receivedAt().atOffset(ZoneOffset.UTC));
        row.setInt(6, delivery.alerts().size());
        row.setString(7, json.writeValueAsString(delivery.alerts()));
    }

    private Logged logged(IngestKey source, ResultSet row) throws SQLException {
        return new Logged(row.getLong("id"), new Delivery(row.getObject("receipt_id", UUID.class), source, row.getString("format"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(), json.readValue(row.getString("said"), SAID), null, ""));
    }
}
