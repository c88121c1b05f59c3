package com.srecopilot.tenancy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Outstanding events whose record has changed its shape or is gone, since another version wrote them. One of them would keep
 * all others from being handed on, so they are kept aside, with the reason; a version that can read them takes them back.
 */
@Component
class UnreadableEvents {

    private static final Logger log = LoggerFactory.getLogger(UnreadableEvents.class);

    private record Row(UUID id, String eventType, String serializedEvent) {
    }

    private final JdbcClient jdbc;
    /** The one that Modulith writes them with. */
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicInteger kept;
    /** What this version has looked at stays as it is: thousands may wait for their listener, and each is read once. */
    private final Set<UUID> fit = new HashSet<>();
    private final Set<UUID> unfit = new HashSet<>();

    UnreadableEvents(JdbcClient jdbc, JsonMapper json, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.kept = meters.gauge("srecopilot.events.set.aside", new AtomicInteger());
    }

    /** Leaves among the outstanding events of before that time only such as can be handed on. */
    @Transactional
    public synchronized void setAside(Instant before) {
        List<UUID> outstanding = jdbc.sql("select id from event_publication where completion_date is null and publication_date < ?")
                .param(OffsetDateTime.ofInstant(before, ZoneOffset.UTC)).query(UUID.class).list();
        fit.retainAll(Set.copyOf(outstanding));
        unknown("event_publication", outstanding, fit).forEach(row -> objection(row).ifPresentOrElse(reason -> move(row, reason), () -> fit.add(row.id)));
        List<UUID> aside = jdbc.sql("select id from event_set_aside").query(UUID.class).list();
        unfit.retainAll(Set.copyOf(aside));
        unknown("event_set_aside", aside, unfit).forEach(row -> objection(row).ifPresentOrElse(reason -> unfit.add(row.id), () -> takeBack(row)));
        kept.set(unfit.size());
    }

    private List<Row> unknown(String table, List<UUID> ids, Set<UUID> known) {
        List<UUID> unknown = ids.stream().filter(id -> !known.contains(id)).toList();
        return unknown.isEmpty() ? List.of() : jdbc.sql("select id, event_type, serialized_event from " + table + " where id = any(?::uuid[])")
                .param(unknown.stream().map(UUID::toString).toArray(String[]::new)).query(Row.class).list();
    }

    private Optional<String> objection(Row row) {
        try {
            Object event = json.readValue(row.serializedEvent, ClassUtils.forName(row.eventType, null));
            if (event instanceof TenantEvent owned && owned.tenant() == null) {
                return Optional.of("it names no tenant");
            }
            return renamed(json.readTree(row.serializedEvent), json.valueToTree(event));
        } catch (ClassNotFoundException | LinkageError gone) {
            return Optional.of("its record is gone");
        } catch (JacksonException unfit) {
            return Optional.of(unfit.getOriginalMessage());
        }
    }

    /** Reading drops a field that it doesn't know without a word; where another one stays empty, the value was meant for that. */
    private static Optional<String> renamed(JsonNode written, JsonNode read) {
        Optional<String> dropped = written.propertyNames().stream().filter(name -> !read.has(name)).findFirst();
        Optional<String> wanted = read.propertyNames().stream().filter(name -> !written.has(name)).findFirst();
        return dropped.flatMap(has -> wanted.map(wants -> "it has " + has + " where " + wants + " is wanted"));
    }

    private void move(Row row, String reason) {
        int moved = jdbc.sql("""
                with gone as (delete from event_publication where id = ? and completion_date is null returning *)
                insert into event_set_aside select id, listener_id, event_type, serialized_event, publication_date, ?, ? from gone""")
                .params(row.id, reason, OffsetDateTime.now(clock)).update();
        if (moved > 0) {
            log.warn("Event {} of the kind {} cannot be read by this version ({}); it is kept in event_set_aside", row.id, row.eventType, reason);
        }
    }

    private void takeBack(Row row) {
        jdbc.sql("""
                with back as (delete from event_set_aside where id = ? returning *)
                insert into event_publication (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts)
                select id, listener_id, event_type, serialized_event, publication_date, 'PUBLISHED', 0 from back""").param(row.id).update();
    }
}
