package com.srecopilot.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures about incidents: how many are open, how long they take. The same for all: private ones are not in them. */
@Service
public class IncidentFigures {

    private final JdbcClient jdbc;
    private final Clock clock;

    IncidentFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One line for each severity, worst first; none is left out. */
    @Transactional(readOnly = true)
    public List<Count> open() {
        Map<String, Count> found = new HashMap<>();
        jdbc.sql("""
                select severity, count(*) as n, min(detected_at) as oldest from incidents
                where state <> 'resolved' and deleted_at is null and not restricted group by severity""").query(row -> {
            found.put(row.getString("severity"), new Count(row.getString("severity"), row.getLong("n"),
                    row.getObject("oldest", OffsetDateTime.class).toInstant()));
        });
        List<Count> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            counts.add(found.getOrDefault(severity.word(), new Count(severity.word(), 0, null)));
        }
        return counts;
    }

    /** Each that is open; its service is empty when it names none. */
    @Transactional(readOnly = true)
    public List<Open> openOnes() {
        return jdbc.sql("select number, service_name, severity from incidents where state <> 'resolved' and deleted_at is null and not restricted")
                .query((row, index) -> new Open(IncidentView.reference(row.getInt("number")), row.getString("service_name"), row.getString("severity"))).list();
    }

    public record Open(String reference, String service, String severity) {
    }

    /** The services that these incidents concern, the deleted included; incidents that name none are left out. */
    @Transactional(readOnly = true)
    public List<String> servicesOf(Collection<Integer> numbers) {
        return jdbc.sql("select distinct service_name from incidents where number = any(?) and service_name <> ''")
                .param(numbers.toArray(Integer[]::new)).query(String.class).list();
    }

    /**
     * Of the incidents resolved in that window before now.
     *
     * @return empty when there were none
     */
    @Transactional(readOnly = true)
    public Optional<Mttr> meanTimeToResolve(Duration window) {
        OffsetDateTime from = clock.instant().minus(window).atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                select count(*) as n, avg(extract(epoch from resolved_at - detected_at)) as mean from incidents
                where state = 'resolved' and deleted_at is null and not restricted and resolved_at >= ?""").param(from)
                .query((row, index) -> new Mttr(row.getLong("n"), Spell.of(row.getLong("mean")))).optional().filter(mttr -> mttr.incidents() > 0);
    }

    /** @param mean in words, such as {@code 24 min} */
    public record Mttr(long incidents, String mean) {
    }

    /** @param oldest when the oldest of them was detected, or null when there is none */
    public record Count(String severity, long open, Instant oldest) {
    }
}
