package com.srecopilot.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.srecopilot.RunningApp;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Rows as another version of the product may have left them. */
@RunningApp
@ExtendWith(OutputCaptureExtension.class)
class UnreadableEventsTests {

    private static final String OPENED = "com.srecopilot.incident.IncidentEvent$Opened";

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private UnreadableEvents unreadable;
    @Autowired
    private MeterRegistry meters;
    @Autowired
    private Clock clock;
    @Autowired
    private JsonMapper json;

    private final UUID id = UUID.randomUUID();
    private final UUID fine = UUID.randomUUID();

    @AfterEach
    void tidy() {
        jdbc.sql("delete from event_set_aside where id = ?").param(id).update();
        jdbc.sql("delete from event_publication where id in (?, ?)").params(id, fine).update();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            com.srecopilot.incident.IncidentEvent$Forgotten | {"tenant":"7f0c1de0-0000-4000-8000-000000000001","number":1} | its record is gone
            com.srecopilot.incident.IncidentEvent$StateChanged | {"tenant":"7f0c1de0-0000-4000-8000-000000000001","number":1,"status":"open"} | it has status where state is wanted
            com.srecopilot.incident.IncidentEvent$Opened | {"tenant":"7f0c1de0-0000-4000-8000-000000000001","number":"one"} | not a valid `int` value
            com.srecopilot.incident.IncidentEvent$Opened | {"number":1} | it names no tenant""")
    void isKeptAsideWithTheReasonWhileTheOthersGoOn(String type, String event, String reason, CapturedOutput output) {
        outstanding(id, type, event);
        outstanding(fine, OPENED, "{\"tenant\":\"7f0c1de0-0000-4000-8000-000000000001\",\"number\":1}");
        unreadable.setAside(clock.instant());
        unreadable.setAside(clock.instant());
        assertThat(jdbc.sql("select reason from event_set_aside where id = ?").param(id).query(String.class).single()).contains(reason);
        assertThat(jdbc.sql("select id from event_publication where id in (?, ?)").params(id, fine).query(UUID.class).list()).containsExactly(fine);
        assertThat(meters.get("srecopilot.events.set.aside").gauge().value())
                .isEqualTo(jdbc.sql("select count(*) from event_set_aside").query(Double.class).single());
        assertThat(output.getAll()).containsOnlyOnce(id.toString());
    }

    @Test
    void goesBackOnceItCanBeRead() {
        outstanding(id, OPENED, "{\"tenant\":\"7f0c1de0-0000-4000-8000-000000000001\",\"reference\":1}");
        unreadable.setAside(clock.instant());
        jdbc.sql("update event_set_aside set serialized_event = replace(serialized_event, 'reference', 'number') where id = ?").param(id).update();
        nextStart().setAside(clock.instant());
        assertThat(jdbc.sql("select status from event_publication where id = ?").param(id).query(String.class).single()).isEqualTo("PUBLISHED");
        assertThat(jdbc.sql("select count(*) from event_set_aside where id = ?").param(id).query(Long.class).single()).isZero();
    }

    @Test
    void isReadOnceHoweverLongItWaits() {
        outstanding(id, OPENED, "{\"tenant\":\"7f0c1de0-0000-4000-8000-000000000001\",\"number\":1}");
        unreadable.setAside(clock.instant());
        jdbc.sql("update event_publication set serialized_event = '{}' where id = ?").param(id).update();
        unreadable.setAside(clock.instant());
        assertThat(jdbc.sql("select count(*) from event_publication where id = ?").param(id).query(Long.class).single()).as("not looked at again").isOne();
        nextStart().setAside(clock.instant());
        assertThat(jdbc.sql("select count(*) from event_publication where id = ?").param(id).query(Long.class).single()).isZero();
    }

    private UnreadableEvents nextStart() {
        return new UnreadableEvents(jdbc, json, clock, new SimpleMeterRegistry());
    }

    /** For a listener that no one is, so that the running product leaves it alone. */
    private void outstanding(UUID row, String type, String event) {
        jdbc.sql("""
                insert into event_publication (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
                values (?, 'nobody', ?, ?, now() - interval '1 minute', 'PUBLISHED', 0)""").params(row, type, event).update();
    }
}
