package com.srecopilot.alert;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.alert.DeliveryBatch.Touched;
import com.srecopilot.alert.episode.Episode;
import com.srecopilot.alert.episode.Episodes;
import com.srecopilot.alert.episode.Sighting;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.silence.Suppression;
import com.srecopilot.identity.IngestKey;

/** Episodes as rows: read for all keys of a batch at once, written in few statements. */
@Component
class EpisodeStore {

    private static final int ROWS = 1_000;
    /** The offset keeps it one short look into the index for each key, also while the planner knows nothing of a new table. */
    private static final String NEAR = """
            select a.id, a.dedup_key, a.starts_at, a.ends_at, a.anchor, a.count, a.sightings
            from unnest(?, ?) as wanted (dedup_key, since)
            cross join lateral (
                select * from alerts where source_id = ? and dedup_key = wanted.dedup_key and starts_at >= coalesce(
                    (select max(starts_at) from alerts
                     where source_id = ? and dedup_key = wanted.dedup_key and starts_at <= wanted.since), '-infinity')
                offset 0) a""";
    private static final String INSERT = """
            insert into alerts (id, source_id, source_name, dedup_key, fingerprint, title, description, severity, status, service,
                labels, url, starts_at, ends_at, anchor, sightings, count, received_at, last_seen_at, awaits_incident,
                suppressed_by, suppressed_at, suppression_rule, suppression_reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            update alerts set title = coalesce(?, title), description = coalesce(?, description), severity = coalesce(?, severity),
                service = coalesce(?, service), labels = coalesce(?::jsonb, labels), url = coalesce(?, url), starts_at = ?, ends_at = ?,
                status = case when ? then 'resolved' else status end, sightings = ?::jsonb, count = ?,
                last_seen_at = greatest(last_seen_at, ?)
            where id = ?""";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    EpisodeStore(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /**
     * Until the transaction ends nobody else, on any node, writes episodes of this source; who waits too long gives up, and
     * the sender repeats. Sequential scans are off meanwhile: a plan made and kept while a table was small would read it
     * once for each alert after a storm has filled it.
     */
    void lock(IngestKey source) {
        jdbc.query("""
                select set_config('enable_seqscan', 'off', true), set_config('lock_timeout', '5s', true),
                    pg_advisory_xact_lock(hashtextextended(?, 0))""", row -> { }, lockOf(source));
    }

    static String lockOf(IngestKey source) {
        return "alerts of " + source.tenant() + " " + source.id();
    }

    /**
     * The episodes that deliveries may touch, for each wanted key.
     *
     * @param wanted key and earliest start delivered; {@link Instant#MAX} when only the latest episode matters
     */
    Loaded load(IngestKey source, Map<String, Instant> wanted) {
        var known = new HashMap<String, List<Episode>>();
        var stored = new HashSet<UUID>();
        jdbc.query(connection -> near(connection.prepareStatement(NEAR), source, wanted), row -> {
            Episode episode = episode(row);
            stored.add(episode.id());
            known.computeIfAbsent(row.getString("dedup_key"), key -> new ArrayList<>()).add(episode);
        });
        var episodes = new HashMap<String, Episodes>();
        wanted.keySet().forEach(key -> episodes.put(key, new Episodes(known.getOrDefault(key, List.of()), EpisodeStore::newId)));
        return new Loaded(episodes, stored);
    }

    record Loaded(Map<String, Episodes> episodes, Set<UUID> stored) {
    }

    /** Updates come first: what a late resolve closes makes room for the episode that it splits off. In order of their ids, so that nobody else who writes alerts waits in a circle. */
    void save(IngestKey source, Set<UUID> stored, Collection<Touched> touched) {
        List<Touched> old = touched.stream().filter(row -> stored.contains(row.episode.id())).sorted(Comparator.comparing(row -> row.episode.id())).toList();
        List<Touched> fresh = touched.stream().filter(row -> !stored.contains(row.episode.id())).toList();
        jdbc.batchUpdate(UPDATE, old, ROWS, this::update);
        jdbc.batchUpdate(INSERT, fresh, ROWS, (row, alert) -> insert(row, source, alert));
    }

    private void insert(PreparedStatement row, IngestKey source, Touched touched) throws SQLException {
        Episode episode = touched.episode;
        IncomingAlert said = touched.latest != null ? touched.latest : touched.first;
        fill(row, 1, episode.id(), source.id(), source.name(), said.dedupKey(), said.fingerprint(), said.title(), said.description(),
                said.severity(), status(touched), said.service(), json.writeValueAsString(said.labels()),
                said.url(), utc(episode.startsAt()), utc(episode.endsAt()), utc(episode.anchor()), sightings(episode),
                episode.count(), utc(touched.firstReceived), utc(touched.lastReceived), touched.everFired && touched.suppression == null);
        Suppression suppression = touched.suppression;
        fill(row, 21, suppression == null ? null : suppression.silence(), suppression == null ? null : utc(touched.firstReceived),
                suppression == null ? null : suppression.rule(), suppression == null ? null : suppression.reason());
    }

    private static String status(Touched touched) {
        return !touched.episode.open() ? "resolved" : touched.suppression == null ? "firing" : "suppressed";
    }

    private void update(PreparedStatement row, Touched touched) throws SQLException {
        Episode episode = touched.episode;
        IncomingAlert said = touched.latest;
        if (said == null) {
            fill(row, 1, null, null, null, null, null, null);
        } else {
            fill(row, 1, said.title(), said.description(), said.severity(), said.service(), json.writeValueAsString(said.labels()), said.url());
        }
        fill(row, 7, utc(episode.startsAt()), utc(episode.endsAt()), !episode.open(), sightings(episode), episode.count(),
                utc(touched.lastReceived), episode.id());
    }

    private static void fill(PreparedStatement row, int from, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            row.setObject(from + i, values[i]);
        }
    }

    private static PreparedStatement near(PreparedStatement query, IngestKey source, Map<String, Instant> wanted) throws SQLException {
        Array keys = query.getConnection().createArrayOf("text", wanted.keySet().toArray());
        Object[] starts = wanted.values().stream().map(start -> start.equals(Instant.MAX) ? "infinity" : start.toString()).toArray();
        query.setArray(1, keys);
        query.setArray(2, query.getConnection().createArrayOf("timestamptz", starts));
        query.setObject(3, source.id());
        query.setObject(4, source.id());
        return query;
    }

    private Episode episode(ResultSet row) throws SQLException {
        Instant endsAt = instant(row.getObject("ends_at", OffsetDateTime.class));
        Instant startsAt = instant(row.getObject("starts_at", OffsetDateTime.class));
        String several = row.getString("sightings");
        List<Sighting> sightings = several == null ? List.of(new Sighting(startsAt, row.getLong("count"), endsAt)) : sightings(several);
        return new Episode(row.getObject("id", UUID.class), instant(row.getObject("anchor", OffsetDateTime.class)), sightings);
    }

    /** Most episodes have one start, which their own columns tell. */
    private String sightings(Episode episode) {
        return episode.sightings().size() == 1 ? null : json.writeValueAsString(episode.sightings().stream()
                .map(each -> new Long[] {each.startsAt().toEpochMilli(), each.count(), each.endsAt() == null ? null : each.endsAt().toEpochMilli()})
                .toList());
    }

    private List<Sighting> sightings(String text) {
        var sightings = new ArrayList<Sighting>();
        for (JsonNode each : json.readTree(text)) {
            Instant endsAt = each.get(2).isNull() ? null : Instant.ofEpochMilli(each.get(2).longValue());
            sightings.add(new Sighting(Instant.ofEpochMilli(each.get(0).longValue()), each.get(1).longValue(), endsAt));
        }
        return sightings;
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
