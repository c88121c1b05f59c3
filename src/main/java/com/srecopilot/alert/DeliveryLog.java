package com.srecopilot.alert;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.Actor;

/** Deliveries that are stored and answered but not yet unfolded into receipts and alerts, in the order of their arrival. */
@Component
class DeliveryLog {

    /** A pack is unfolded as a whole: it must not grow beyond what one transaction should hold. */
    private static final int ALERTS_OF_A_PACK = 1_000;
    private static final String APPEND = "insert into delivery_packs (source_id, source_name, received_at, deliveries, alerts, packed) values (?, ?, ?, ?, ?, ?)";
    /** At least one, and as many as hold together about so many alerts. */
    private static final String NEXT = """
            select * from (
                select *, sum(alerts) over (order by id, part) - alerts as before from delivery_packs where source_id = ? order by id, part limit ?) waiting
            where before < ? order by id, part""";
    private static final String STRIKE = "delete from delivery_packs where source_id = ? and id = ? and part = ?";
    private static final String TAKE_APART = """
            insert into delivery_packs (source_id, id, part, source_name, received_at, deliveries, alerts, packed) overriding system value values (?, ?, ?, ?, ?, 1, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    DeliveryLog(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param id its place in the log, before others of the same id by its part */
    record Pack(long id, int part, List<Delivery> deliveries) {
    }

    /** @param deliveries of one source */
    void append(List<Delivery> deliveries) {
        jdbc.batchUpdate(APPEND, packs(deliveries), 100, this::append);
    }

    List<Pack> next(IngestKey source, int packs, int alerts) {
        return jdbc.query(NEXT, (row, number) -> pack(source, row), source.id(), packs, alerts);
    }

    void strike(IngestKey source, List<Pack> done) {
        jdbc.batchUpdate(STRIKE, done.stream().map(pack -> new Object[] {source.id(), pack.id(), pack.part()}).toList());
    }

    /** Each of its deliveries becomes a pack of its own, in the same place. */
    void takeApart(IngestKey source, Pack pack) {
        strike(source, List.of(pack));
        jdbc.batchUpdate(TAKE_APART, IntStream.range(0, pack.deliveries().size()).mapToObj(part -> {
            Delivery delivery = pack.deliveries().get(part);
            return new Object[] {source.id(), pack.id(), part, source.name(), delivery.receivedAt().atOffset(ZoneOffset.UTC), delivery.alerts().size(),
                    DeliveryPack.packed(List.of(delivery), json)};
        }).toList());
    }

    /** The sources of the current tenant of which something waits. */
    List<IngestKey> sources() {
        return jdbc.query("select source_id, min(source_name) source_name from delivery_packs group by source_id",
                (row, number) -> new IngestKey(Actor.current().tenant(), row.getObject("source_id", UUID.class), row.getString("source_name")));
    }

    private static List<List<Delivery>> packs(List<Delivery> deliveries) {
        var packs = new ArrayList<List<Delivery>>();
        int alerts = ALERTS_OF_A_PACK;
        for (Delivery delivery : deliveries) {
            if (alerts + delivery.alerts().size() > ALERTS_OF_A_PACK) {
                packs.add(new ArrayList<>());
                alerts = 0;
            }
            packs.get(packs.size() - 1).add(delivery);
            alerts += delivery.alerts().size();
        }
        return packs;
    }

    private void append(PreparedStatement row, List<Delivery> pack) throws SQLException {
        Delivery first = pack.get(0);
        row.setObject(1, first.source().id());
        row.setString(2, first.source().name());
        row.setObject(3, first.receivedAt().atOffset(ZoneOffset.UTC));
        row.setInt(4, pack.size());
        row.setInt(5, pack.stream().mapToInt(delivery -> delivery.alerts().size()).sum());
        row.setBytes(6, DeliveryPack.packed(pack, json));
    }

    private Pack pack(IngestKey source, ResultSet row) throws SQLException {
        return new Pack(row.getLong("id"), row.getInt("part"), DeliveryPack.unpacked(row.getBytes("packed"), source, json));
    }
}
