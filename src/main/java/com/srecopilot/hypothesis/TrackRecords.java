package com.srecopilot.hypothesis;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.srecopilot.hypothesis.engine.TrackRecord;

/** What the current tenant's people have said of suspected causes, by kind and service. */
@Component
class TrackRecords {

    private final JdbcClient jdbc;

    TrackRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In a transaction. Without the incident itself, and without private ones: their verdicts are not for everybody. */
    List<TrackRecord> of(int incident, Instant now) {
        return jdbc.sql("""
                select split_part(h.key, ':', 1) as kind, h.service, count(*) filter (where h.state = 'validated') as confirmed, count(*) as judged,
                       sum(coalesce(h.plain_confidence, h.first_confidence)) as expected
                from hypotheses h join incidents i on i.number = h.incident_number and not i.restricted and i.deleted_at is null
                where h.state <> 'open' and h.verdict_at <= ? and h.incident_number <> ? group by 1, 2""")
                .params(now.atOffset(ZoneOffset.UTC), incident).query(TrackRecord.class).list();
    }
}
