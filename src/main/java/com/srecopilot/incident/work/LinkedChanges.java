package com.srecopilot.incident.work;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.catalog.ChangeView;
import com.srecopilot.catalog.Changes;
import com.srecopilot.identity.NotFound;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable;

/** Changes that a person has tied to an incident: the bad deploy, the fix. */
@Service
public class LinkedChanges {

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final Changes changes;
    private final IncidentTimeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LinkedChanges(JdbcClient jdbc, Incidents incidents, Changes changes, IncidentTimeline timeline,
            ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.changes = changes;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void link(int number, UUID change) {
        ChangeView linked = changes.find(change).orElseThrow(() -> new NotFound("That change"));
        int added = jdbc.sql("""
                insert into incident_changes (tenant_id, incident_id, change_id, linked_at) values (current_tenant(), ?, ?, ?)
                on conflict do nothing""")
                .params(incidents.get(number).id(), change, clock.instant().atOffset(ZoneOffset.UTC)).update();
        if (added > 0) {
            timeline.tell(number, Telling.of(TimelineKind.CHANGE_LINKED, linked.service() + " " + linked.version() + " linked")
                    .with("url", "/services/" + linked.service() + "#change-" + change).with("change", change.toString()).with("note", linked.summary()));
            events.publishEvent(new IncidentEvent.Edited(Actor.current().tenant(), number, Auditable.Changes.of("change", null, change)));
        }
    }

    /** Ids of the changes tied to an incident, by its id. */
    public Set<UUID> of(UUID incident) {
        return Set.copyOf(jdbc.sql("select change_id from incident_changes where incident_id = ?").param(incident).query(UUID.class).list());
    }
}
