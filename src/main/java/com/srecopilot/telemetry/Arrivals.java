package com.srecopilot.telemetry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.Actor;

/** Counts what arrives, by source and minute, so that a page can tell. Kept in memory for a few seconds: a crash forgets these counts, never what they count. */
@Service
public class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Map<Key, Tally> tallies = new ConcurrentHashMap<>();

    Arrivals(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Key(UUID tenant, UUID source, String name, String signal, Instant minute) {
    }

    private record Tally(Stored stored, String complaint, Instant last) {

        private Tally plus(Tally later) {
            return new Tally(stored.plus(later.stored), later.complaint.isEmpty() ? complaint : later.complaint, later.last);
        }
    }

    /** What came from a source. @param signal such as {@code remote write}. @param complaint why some or all of it was refused, or empty */
    public synchronized void note(IngestKey source, String signal, Stored stored, String complaint) {
        Instant now = clock.instant();
        tallies.merge(new Key(source.tenant(), source.id(), source.name(), signal, now.truncatedTo(ChronoUnit.MINUTES)),
                new Tally(stored, Labels.clean(complaint, LONGEST), now), Tally::plus);
    }

    @Scheduled(initialDelayString = "3s", fixedDelayString = "3s")
    void flush() {
        Map<UUID, List<Map.Entry<Key, Tally>>> byTenant = taken().entrySet().stream().collect(Collectors.groupingBy(each -> each.getKey().tenant()));
        byTenant.forEach((tenant, each) -> Actor.system(tenant, "telemetry").run(() -> {
            try {
                transaction.executeWithoutResult(status -> each.forEach(tally -> write(tally.getKey(), tally.getValue())));
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("What arrived could not be counted: {}", e.getMessage());
            }
        }));
    }

    private synchronized Map<Key, Tally> taken() {
        Map<Key, Tally> all = tallies;
        tallies = new ConcurrentHashMap<>();
        return all;
    }

    private void write(Key key, Tally tally) {
        boolean refused = !tally.complaint().isEmpty();
        jdbc.sql("""
                insert into telemetry_sources as s (source_id, signal, name, last_at, refused_at, refusal)
                values (:source, :signal, :name, :last, case when :refused then :last end, :refusal)
                on conflict (tenant_id, source_id, signal) do update set name = :name, last_at = greatest(s.last_at, :last),
                    refused_at = case when :refused then :last else s.refused_at end, refusal = case when :refused then :refusal else s.refusal end""")
                .param("source", key.source()).param("signal", key.signal()).param("name", key.name()).param("last", tally.last().atOffset(ZoneOffset.UTC))
                .param("refused", refused).param("refusal", refused ? tally.complaint() : null).update();
        jdbc.sql("""
                insert into telemetry_minutes as m (source_id, signal, minute, accepted, ignored, refused) values (?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, source_id, signal, minute) do update
                set accepted = m.accepted + excluded.accepted, ignored = m.ignored + excluded.ignored, refused = m.refused + excluded.refused""")
                .params(key.source(), key.signal(), key.minute().atOffset(ZoneOffset.UTC), tally.stored().accepted(), tally.stored().ignored(), tally.stored().refused()).update();
    }
}
