package com.srecopilot.incident.link;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Invalid;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** Ties incidents together. Both timelines tell of it. */
@Service
public class IncidentLinks {

    private static final String PAIR = "least(incident_id, other_id) = least(:a, :b) and greatest(incident_id, other_id) = greatest(:a, :b)";

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final IncidentService lives;
    private final IncidentTimeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentLinks(JdbcClient jdbc, Incidents incidents, IncidentService lives, IncidentTimeline timeline,
            ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.lives = lives;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Invalid when the other is no incident, or the same */
    @Transactional
    public void relate(int number, int other) {
        if (tie(number, other, "related")) {
            tell(number, other, "Related to ");
            tell(other, number, "Related to ");
        }
    }

    /**
     * The work goes on in the other one: this one is resolved, unless it is already.
     *
     * @throws Invalid when the other is no incident, the same, or itself a duplicate of this one
     */
    @Transactional
    public void duplicate(int number, int of) {
        if (!tie(number, of, "duplicate")) {
            return;
        }
        tell(number, of, "Duplicate of ");
        tell(of, number, "Has the duplicate ");
        if (incidents.get(number).open()) {
            lives.resolve(number, "Duplicate of " + IncidentView.reference(of));
        }
    }

    @Transactional
    public void untie(int number, int other) {
        int removed = jdbc.sql("delete from incident_links where " + PAIR)
                .param("a", incidents.get(number).id()).param("b", incidents.get(other).id()).update();
        if (removed > 0) {
            tell(number, other, "No longer linked to ");
            tell(other, number, "No longer linked to ");
        }
    }

    /** Newest first; pushes, which many readers see, leave private ones out. */
    @Transactional(readOnly = true)
    public List<LinkedIncident> of(UUID incident) {
        return jdbc.sql("""
                select i.number, i.title, i.severity, i.state, case when l.kind = 'related' then 'Related'
                    when l.incident_id = :id then 'Duplicate of' else 'Its duplicate' end as relation
                from incident_links l join incidents i on i.id = case when l.incident_id = :id then l.other_id else l.incident_id end
                where (l.incident_id = :id or l.other_id = :id) and i.deleted_at is null and (:shown or not i.restricted) order by i.number desc""")
                .param("id", incident).param("shown", Actor.current().isPerson()).query(LinkedIncident.class).list();
    }

    /** @return whether it is new; a related pair can become duplicates, not the other way round */
    private boolean tie(int number, int other, String kind) {
        UUID here = incidents.get(number).id();
        UUID there = incidents.find(other).orElseThrow(() -> new Invalid("other", "names no incident: " + IncidentView.reference(other))).id();
        if (here.equals(there)) {
            throw new Invalid("other", "is this incident itself");
        }
        if ("duplicate".equals(kind)) {
            mustNotBeDuplicate(there, here);
            jdbc.sql("delete from incident_links where kind = 'related' and " + PAIR).param("a", here).param("b", there).update();
        }
        return jdbc.sql("""
                insert into incident_links (incident_id, other_id, kind, linked_at) values (?, ?, ?, ?) on conflict do nothing""")
                .params(here, there, kind, clock.instant().atOffset(ZoneOffset.UTC)).update() > 0;
    }

    private void mustNotBeDuplicate(UUID original, UUID duplicate) {
        boolean turned = jdbc.sql("select exists (select from incident_links where kind = 'duplicate' and incident_id = ? and other_id = ?)")
                .params(original, duplicate).query(Boolean.class).single();
        if (turned) {
            throw new Invalid("other", "is a duplicate of this incident already");
        }
    }

    /** Not where more people read than may know of the other. */
    private void tell(int number, int other, String words) {
        if (incidents.get(other).restricted() && !incidents.get(number).restricted()) {
            return;
        }
        String reference = IncidentView.reference(other);
        timeline.tell(number, Telling.of(TimelineKind.INCIDENT_LINKED, words + reference).with("url", "/incidents/" + other)
                .with("incident", reference).with("note", incidents.get(other).title()));
        events.publishEvent(new IncidentEvent.Edited(Actor.current().tenant(), number, Changes.of("linked", null, words + reference)));
    }
}
