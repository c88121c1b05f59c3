package com.srecopilot.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.Slice;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.ReadOnce;

/** Who did what, when: the story of each incident. */
@Service
public class IncidentTimeline {

    /** So many entries stand on a page of it. */
    public static final int PAGE = 50;

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    private static final Comparator<TimelineEntry> OLDEST_FIRST =
            Comparator.comparing(TimelineEntry::at).thenComparing(TimelineEntry::id);
    /** Read as rows, without what only programs ask for: a page of entities costs more than the query. */
    private static final String ENTRIES = """
            select id, at, kind, actor_id, actor_name, text, data ->> 'note' as note, data ->> 'url' as url, data ->> 'state' as state
            from timeline_entries where\s""";

    private final TimelineRepository timeline;
    private final IncidentRepository incidents;
    private final Incidents views;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ReadOnce<UUID, Map<TimelineKind, Long>> kinds;

    IncidentTimeline(TimelineRepository timeline, IncidentRepository incidents, Incidents views, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.timeline = timeline;
        this.incidents = incidents;
        this.views = views;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.kinds = new ReadOnce<>(this::kindsOf);
    }

    /** Tells it as the current actor, now. */
    @Transactional
    public void tell(int number, Telling telling) {
        tell(number, List.of(telling));
    }

    /** Tells several things of one moment; what was told under the same key before is left out. */
    @Transactional
    public void tell(int number, List<Telling> tellings) {
        tell(Map.of(views.get(number).number(), tellings));
    }

    /** The same of many incidents, by number, in few statements; those of no known number are left out. */
    @Transactional
    public void tell(Map<Integer, List<Telling>> tellings) {
        List<Incident> known = incidents.findByNumberIn(tellings.keySet());
        Set<List<Object>> told = toldAlready(known, tellings.values());
        Instant now = clock.instant();
        Map<Integer, List<UUID>> entries = new LinkedHashMap<>();
        for (Incident incident : known) {
            List<UUID> added = tellings.get(incident.number()).stream()
                    .filter(telling -> telling.once() == null || told.add(List.of(incident.id(), telling.once())))
                    .map(telling -> timeline.save(new TimelineRecord(incident.id(), now, telling)).id()).toList();
            if (!added.isEmpty()) {
                entries.put(incident.number(), added);
            }
        }
        if (!entries.isEmpty()) {
            events.publishEvent(new TimelineEntry.Added(Actor.current().tenant(), entries));
        }
    }

    /** Pairs of incident and key. */
    private Set<List<Object>> toldAlready(List<Incident> incidents, Collection<List<Telling>> tellings) {
        List<String> keys = tellings.stream().flatMap(List::stream).map(Telling::once).filter(Objects::nonNull).toList();
        Set<List<Object>> told = new HashSet<>();
        if (!keys.isEmpty()) {
            timeline.toldAlready(incidents.stream().map(Incident::id).toList(), keys).forEach(row -> told.add(List.of(row)));
        }
        return told;
    }

    /**
     * Newest first.
     *
     * @param kind such as {@code state.changed}, or empty for all
     * @param cursor as a former slice gave it, or null
     */
    @Transactional(readOnly = true)
    public Slice<TimelineEntry> of(int number, String kind, String cursor, int limit) {
        UUID incident = views.get(number).id();
        Cursor from = Cursor.parse(cursor).orElse(NEWEST);
        String ofKind = kind.isEmpty() ? "" : " and kind = :kind";
        List<TimelineEntry> found = jdbc.sql(ENTRIES + "incident_id = :incident and (at, id) < (:at, :id)" + ofKind + " order by at desc, id desc limit :limit")
                .param("incident", incident).param("at", from.at().atOffset(ZoneOffset.UTC)).param("id", from.id()).param("kind", kind)
                .param("limit", limit + 1).query((row, index) -> entry(number, row)).list();
        return Slice.of(found, limit, total(incident, kind), entry -> new Cursor(entry.at(), entry.id()));
    }

    private long total(UUID incident, String kind) {
        return kinds.get(incident).entrySet().stream().filter(each -> kind.isEmpty() || each.getKey().word().equals(kind))
                .mapToLong(Map.Entry::getValue).sum();
    }

    private static TimelineEntry entry(int number, ResultSet row) throws SQLException {
        TimelineKind kind = TimelineKind.of(row.getString("kind"));
        return new TimelineEntry(row.getObject("id", UUID.class), number, row.getObject("at", OffsetDateTime.class).toInstant(), kind.word(), kind.label(),
                kind.icon(), row.getObject("actor_id", UUID.class), row.getString("actor_name"), row.getString("text"), row.getString("note"),
                row.getString("url"), row.getString("state"));
    }

    /** The key under which the latest entry of a kind was told. */
    @Transactional(readOnly = true)
    public Optional<String> latestKey(int number, TimelineKind kind) {
        return timeline.keys(views.get(number).id(), kind.word(), Limit.of(1)).stream().filter(Objects::nonNull).findFirst();
    }

    /** The facts that programs read beside each entry of {@link #of}. */
    @Transactional(readOnly = true)
    public Map<UUID, Map<String, Object>> factsOf(List<TimelineEntry> entries) {
        return timeline.findByIdIn(entries.stream().map(TimelineEntry::id).toList()).stream()
                .collect(Collectors.toMap(TimelineRecord::id, TimelineRecord::data));
    }

    /** Those entries, oldest first. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> entries(int number, List<UUID> ids) {
        return jdbc.sql(ENTRIES + "id = any(?)").param(ids.toArray(UUID[]::new)).query((row, index) -> entry(number, row)).list()
                .stream().sorted(OLDEST_FIRST).toList();
    }

    /** Kinds that occur, with how often. */
    @Transactional(readOnly = true)
    public Map<TimelineKind, Long> kinds(int number) {
        return kinds.get(views.get(number).id());
    }

    private Map<TimelineKind, Long> kindsOf(UUID incident) {
        Map<TimelineKind, Long> kinds = new LinkedHashMap<>();
        jdbc.sql("select kind, count(*) as n from timeline_entries where incident_id = ? group by kind order by kind").param(incident)
                .query(row -> {
                    kinds.put(TimelineKind.of(row.getString("kind")), row.getLong("n"));
                });
        return kinds;
    }
}
