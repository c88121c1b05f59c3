package com.srecopilot.alert.mapping;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.Stale;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** The mappings of a source, every saving a version. A change is noted with the key, so that all nodes follow within 5 s. */
@Service
@Transactional
class MappingVersions {

    static final String HANDLING = "mapping";
    private static final int SHOWN = 20;
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final IngestKeys keys;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MappingVersions(JdbcClient jdbc, IngestKeys keys, JsonMapper json, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** @param savedBy null for the system */
    record Version(int number, UUID savedBy, Instant savedAt) {
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<Version> of(UUID source) {
        return jdbc.sql("select version, saved_by, saved_at from source_mappings where source_id = ? order by version desc limit ?").params(source, SHOWN)
                .query((row, number) -> new Version(row.getInt("version"), row.getObject("saved_by", UUID.class), row.getObject("saved_at", OffsetDateTime.class).toInstant())).list();
    }

    @Transactional(readOnly = true)
    Optional<MappingForm> current(UUID source) {
        return jdbc.sql("select fields from source_mappings where source_id = ? order by version desc limit 1").param(source).query(String.class).optional()
                .map(fields -> json.readValue(fields, MappingForm.class));
    }

    /**
     * @param seen the version that the person started from, 0 for none
     * @throws NotFound when there is no such source
     * @throws Stale when somebody else has saved one meanwhile
     * @throws com.srecopilot.identity.Invalid naming the field
     */
    void save(UUID source, MappingForm typed, int seen) {
        keys.get(source);
        Reading reading = Reading.of(typed);
        MappingForm before = current(source).orElse(MappingForm.EMPTY);
        try {
            jdbc.sql("insert into source_mappings (source_id, version, fields, saved_by, saved_at) values (?, ?, ?::jsonb, ?, ?)")
                    .params(source, seen + 1, json.writeValueAsString(typed.plain()), Actor.current().id(), clock.instant().atOffset(ZoneOffset.UTC)).update();
        } catch (DuplicateKeyException e) {
            throw new Stale("Another version of the mapping was saved meanwhile.");
        }
        boolean special = reading.mapping() != null || reading.key() != null;
        keys.handle(source, HANDLING, special ? UUID.randomUUID().toString() : null);
        events.publishEvent(new MappingEvent.Saved(Actor.current().tenant(), source, changes(before, typed.plain())));
    }

    /** Makes an earlier version, or none at all, the newest one. */
    void restore(UUID source, int version, int seen) {
        MappingForm form = version == 0 ? MappingForm.EMPTY : jdbc.sql("select fields from source_mappings where source_id = ? and version = ?").params(source, version)
                .query(String.class).optional().map(fields -> json.readValue(fields, MappingForm.class)).orElseThrow(() -> new NotFound("Version " + version));
        save(source, form, seen);
    }

    private Changes changes(MappingForm before, MappingForm after) {
        Map<String, String> old = json.convertValue(before, FIELDS);
        Map<String, String> now = json.convertValue(after, FIELDS);
        var gone = new LinkedHashMap<String, Object>();
        var come = new LinkedHashMap<String, Object>();
        now.forEach((field, text) -> {
            if (!Objects.equals(text, old.get(field))) {
                gone.put(field, old.get(field));
                come.put(field, text);
            }
        });
        return new Changes(gone, come);
    }
}
