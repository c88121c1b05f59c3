package com.srecopilot.telemetry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.AfterCommit;

/** Finds the ids of series by their hash, and gives new ones theirs while there is room. Called within a transaction. */
@Component
class SeriesIds {

    private static final int REMEMBERED = 200_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final TelemetryProperties properties;
    private final Clock clock;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    SeriesIds(JdbcClient jdbc, TelemetryProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    private record Key(UUID tenant, UUID hash) {
    }

    /** @param noted the hour of which the database knows that it was heard of */
    private record Known(long id, Instant noted) {
    }

    /** By hash; those for which there is no room are missing. */
    Map<UUID, Long> of(Map<UUID, MetricDraft> drafts) {
        UUID tenant = Actor.current().tenant();
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var ids = new HashMap<UUID, Long>();
        var unnoted = new TreeMap<UUID, MetricDraft>();
        drafts.forEach((hash, draft) -> {
            Known found = known.get(new Key(tenant, hash));
            if (found != null && !found.noted().isBefore(hour)) {
                ids.put(hash, found.id());
            } else {
                unnoted.put(hash, draft);
            }
        });
        if (!unnoted.isEmpty()) {
            Map<UUID, Long> found = lookedUp(unnoted, hour);
            ids.putAll(found);
            AfterCommit.run(() -> remember(tenant, found, hour));
        }
        return ids;
    }

    private Map<UUID, Long> lookedUp(TreeMap<UUID, MetricDraft> drafts, Instant hour) {
        Map<UUID, Long> found = stored(drafts.keySet());
        note(found.values(), hour);
        List<Map.Entry<UUID, MetricDraft>> fresh = drafts.entrySet().stream().filter(each -> !found.containsKey(each.getKey())).limit(fresh(drafts.size() - found.size())).toList();
        if (!fresh.isEmpty()) {
            create(fresh, hour);
            found.putAll(stored(fresh.stream().map(Map.Entry::getKey).toList()));
        }
        return found;
    }

    private long fresh(int wanted) {
        return wanted == 0 ? 0 : Math.max(0, properties.mostSeries() - jdbc.sql("select count(*) from series").query(Long.class).single());
    }

    private Map<UUID, Long> stored(Collection<UUID> hashes) {
        var ids = new HashMap<UUID, Long>();
        jdbc.sql("select hash, id from series where hash = any(?)").param(new SqlArray("uuid", hashes.toArray(UUID[]::new))).query(row -> {
            ids.put(row.getObject("hash", UUID.class), row.getLong("id"));
        });
        return ids;
    }

    /** Whoever is noted by another writer at this moment needs no second note. */
    private void note(Collection<Long> ids, Instant hour) {
        jdbc.sql("""
                update series set last_seen = :hour from (
                    select id as stale from series where id = any(:ids) and last_seen < :hour for update skip locked) noted where id = stale""")
                .param("hour", hour.atOffset(ZoneOffset.UTC)).param("ids", new SqlArray("int8", ids.toArray(Long[]::new))).update();
    }

    /** In the order of the hashes, so that two who create the same don't wait for each other in a circle. */
    private void create(List<Map.Entry<UUID, MetricDraft>> fresh, Instant hour) {
        jdbc.sql("""
                insert into series (hash, service, metric, labels, unit, first_seen, last_seen)
                select hash, service, metric, labels::jsonb, unit, :hour, :hour
                from unnest(:hashes, :services, :metrics, :labels, :units) as each(hash, service, metric, labels, unit) on conflict do nothing""")
                .param("hour", hour.atOffset(ZoneOffset.UTC)).param("hashes", new SqlArray("uuid", fresh.stream().map(Map.Entry::getKey).toArray(UUID[]::new)))
                .param("services", texts(fresh.stream().map(each -> each.getValue().service())))
                .param("metrics", texts(fresh.stream().map(each -> each.getValue().metric())))
                .param("labels", texts(fresh.stream().map(each -> JSON.writeValueAsString(each.getValue().labels()))))
                .param("units", texts(fresh.stream().map(each -> each.getValue().unit()))).update();
    }

    private static SqlArray texts(java.util.stream.Stream<String> texts) {
        return new SqlArray("text", texts.toArray(String[]::new));
    }

    private void remember(UUID tenant, Map<UUID, Long> found, Instant hour) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        found.forEach((hash, id) -> known.put(new Key(tenant, hash), new Known(id, hour)));
    }
}
