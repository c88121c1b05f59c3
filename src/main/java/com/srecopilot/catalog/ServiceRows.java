package com.srecopilot.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.Slice;
import com.srecopilot.identity.Teams;
import com.srecopilot.tenancy.ReadOnce;

/** Reads services as rows. */
@Component
public class ServiceRows {

    private static final String SELECT = """
            select s.*,
                array(select t.name from dependencies d join services t on t.tenant_id = d.tenant_id and t.id = d.callee_id
                      where d.tenant_id = s.tenant_id and d.caller_id = s.id) as depends_on,
                array(select t.name from dependencies d join services t on t.tenant_id = d.tenant_id and t.id = d.caller_id
                      where d.tenant_id = s.tenant_id and d.callee_id = s.id) as called_by
            from services s
            """;
    private static final String MATCHES = "where position(lower(?) in lower(s.name || ' ' || s.region || ' ' || s.description)) > 0 ";

    private final JdbcClient jdbc;
    private final Teams teams;
    private final ReadOnce<String, List<ServiceView>> matches = new ReadOnce<>(this::read);

    ServiceRows(JdbcClient jdbc, Teams teams) {
        this.jdbc = jdbc;
        this.teams = teams;
    }

    /** By its name, or by its id as text. */
    public Optional<ServiceDetail> find(String name) {
        return jdbc.sql(SELECT + "where s.name = ? or s.id::text = ? order by s.name = ? desc limit 1").params(name, name, name)
                .query(this::detail).optional();
    }

    public Optional<ServiceDetail> find(UUID id) {
        return jdbc.sql(SELECT + "where s.id = ?").param(id).query(this::detail).optional();
    }

    public List<ServiceDetail> all() {
        return jdbc.sql(SELECT + "order by lower(s.name), s.id").query(this::detail).list();
    }

    /** In the order of these names. */
    public List<ServiceDetail> named(List<String> names) {
        return names.isEmpty() ? List.of() : jdbc.sql(SELECT + "where s.name = any(?) order by array_position(?::text[], s.name)")
                .params(names.toArray(String[]::new), names.toArray(String[]::new)).query(this::detail).list();
    }

    /** All whose name, region or description holds the text, without what they call: one statement, however many. */
    public List<ServiceView> matching(String text) {
        return matches.get(text);
    }

    long count(String text) {
        return jdbc.sql("select count(*) from services s " + MATCHES).param(text).query(Long.class).single();
    }

    /** Newest first, as the API lists. */
    Slice<ServiceDetail> slice(String text, int limit, Cursor after) {
        Instant at = after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.at();
        UUID id = after == null ? new UUID(-1, -1) : after.id();
        List<Aged> rows = jdbc.sql(SELECT + MATCHES + "and (s.created_at, s.id) < (?, ?) order by s.created_at desc, s.id desc limit ?")
                .params(text, at.atOffset(ZoneOffset.UTC), id, limit + 1)
                .query((row, number) -> new Aged(detail(row, number), row.getObject("created_at", OffsetDateTime.class).toInstant())).list();
        return Slice.of(rows, limit, count(text), row -> new Cursor(row.createdAt, row.detail.id())).map(Aged::detail);
    }

    private List<ServiceView> read(String text) {
        Map<UUID, String> owners = teams.byId();
        return jdbc.sql("select s.* from services s " + MATCHES + "order by lower(s.name), s.id").param(text)
                .query((row, number) -> new ServiceView(row.getObject("id", UUID.class), row.getString("name"), row.getString("tier"),
                        row.getString("region"), owners.getOrDefault(row.getObject("owner_id", UUID.class), ""), row.getBoolean("learned"))).list();
    }

    private record Aged(ServiceDetail detail, Instant createdAt) {
    }

    static ServiceView view(ServiceDetail detail) {
        return new ServiceView(detail.id(), detail.name(), detail.tier(), detail.region(), detail.owner(), detail.learned());
    }

    private ServiceDetail detail(ResultSet row, int number) throws SQLException {
        UUID owner = row.getObject("owner_id", UUID.class);
        return new ServiceDetail(row.getObject("id", UUID.class), row.getString("name"), row.getString("tier"), row.getString("region"),
                owner == null ? "" : teams.name(owner).orElse(""), row.getBoolean("learned"), row.getString("description"),
                runbooks(row), row.getInt("version"), names(row, "depends_on"), names(row, "called_by"));
    }

    private static List<Runbook> runbooks(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("runbooks").getArray()).map(Runbook::parse).toList();
    }

    private static Set<String> names(ResultSet row, String column) throws SQLException {
        return new TreeSet<>(List.of((String[]) row.getArray(column).getArray()));
    }
}
