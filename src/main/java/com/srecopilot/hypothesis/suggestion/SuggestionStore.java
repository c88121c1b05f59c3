package com.srecopilot.hypothesis.suggestion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.srecopilot.tenancy.Actor;

/** What was suggested, of the current tenant's incidents. */
@Repository
class SuggestionStore {

    private static final String COLUMNS = "incident_number, aspect, given, value, confidence, words, dismissed_at";

    private final JdbcClient jdbc;

    SuggestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said first stays. */
    void add(Suggestion suggestion, Instant at) {
        jdbc.sql("""
                insert into incident_suggestions (tenant_id, incident_number, aspect, given, value, confidence, words, suggested_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(Actor.current().tenant(), suggestion.number(), suggestion.aspect(), suggestion.given(), suggestion.value(),
                        suggestion.confidence(), suggestion.words().toArray(String[]::new), Timestamp.from(at)).update();
    }

    List<Suggestion> of(int number) {
        return jdbc.sql("select " + COLUMNS + " from incident_suggestions where incident_number = ? order by aspect desc").param(number)
                .query(SuggestionStore::row).list();
    }

    /** All that said something, the newest first. */
    List<Suggestion> made(int most) {
        return jdbc.sql("select " + COLUMNS + " from incident_suggestions where value is not null and value <> given order by incident_number desc limit ?")
                .param(most).query(SuggestionStore::row).list();
    }

    /** The severities that incidents opened with, by number. */
    Map<Integer, String> given() {
        var given = new HashMap<Integer, String>();
        jdbc.sql("select incident_number, given from incident_suggestions where aspect = 'severity' order by incident_number desc limit ?")
                .param(TenantExperience.INCIDENTS).query(row -> {
                    given.put(row.getInt("incident_number"), row.getString("given"));
                });
        return given;
    }

    /** @return whether it stood until now */
    boolean dismiss(int number, Aspect aspect, UUID by, Instant at) {
        return jdbc.sql("""
                update incident_suggestions set dismissed_at = ?, dismissed_by = ?
                where incident_number = ? and aspect = ? and value is not null and dismissed_at is null""")
                .params(Timestamp.from(at), by, number, aspect.word()).update() > 0;
    }

    private static Suggestion row(ResultSet row, int index) throws SQLException {
        return new Suggestion(row.getInt("incident_number"), row.getString("aspect"), row.getString("given"), row.getString("value"),
                row.getDouble("confidence"), List.of((String[]) row.getArray("words").getArray()), row.getTimestamp("dismissed_at") != null);
    }
}
