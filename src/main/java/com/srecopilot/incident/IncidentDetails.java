package com.srecopilot.incident;

import java.time.Clock;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.People;
import com.srecopilot.identity.Person;
import com.srecopilot.identity.Stale;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** What people say about an incident: who has it, how bad it is, its words, tags and notes. */
@Service
public class IncidentDetails {

    private final Incidents incidents;
    private final IncidentTimeline timeline;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentDetails(Incidents incidents, IncidentTimeline timeline, People people, ApplicationEventPublisher events, Clock clock) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** @param person who has it from now on, or null for nobody */
    @Transactional
    public void assign(int number, UUID person) {
        Incident incident = incidents.known(number);
        UUID before = incident.assigneeId();
        if (person == null ? before == null : person.equals(before)) {
            return;
        }
        incident.assign(person, clock.instant());
        timeline.tell(number, Telling.of(TimelineKind.ASSIGNED, assignment(person)));
        edited(number, Changes.of("assigned_to", before, person));
    }

    private String assignment(UUID person) {
        if (person == null) {
            return "Given back: nobody has it";
        }
        Person assignee = people.named(person);
        return person.equals(Actor.current().id()) ? assignee.name() + " took it" : "Assigned to " + assignee.name();
    }

    @Transactional
    public void rate(int number, Severity severity, String note) {
        Incident incident = incidents.known(number);
        Severity before = incident.severity();
        incident.rate(severity);
        if (before != severity) {
            timeline.tell(number, Telling.of(TimelineKind.SEVERITY_CHANGED, "Severity " + before.word() + " → " + severity.word()).with("note", note));
            edited(number, Changes.of("severity", before.word(), severity.word()));
        }
    }

    /**
     * @param version the version that the person saw
     * @throws Stale when somebody changed it since
     */
    @Transactional
    public void edit(int number, int version, String title, String description, String serviceName) {
        Incident incident = incidents.known(number);
        mustBe(incident, version);
        String before = incident.title();
        incident.edit(title, description, serviceName);
        timeline.tell(number, Telling.of(TimelineKind.EDITED, before.equals(title) ? "Description edited" : "Renamed to " + title));
        edited(number, Changes.of("title", before, title));
    }

    /** @throws Stale when the incident is not at that version any more */
    @Transactional(readOnly = true)
    public void mustBeAt(int number, int version) {
        mustBe(incidents.known(number), version);
    }

    private static void mustBe(Incident incident, int version) {
        if (incident.version() != version) {
            throw new Stale(incident.reference() + " was changed by somebody else meanwhile (version " + incident.version() + " now).");
        }
    }

    @Transactional
    public void tag(int number, String tag) {
        if (incidents.known(number).tag(tag)) {
            timeline.tell(number, Telling.of(TimelineKind.TAGGED, "Tagged " + tag));
            edited(number, Changes.of("tags", null, tag));
        }
    }

    @Transactional
    public void untag(int number, String tag) {
        if (incidents.known(number).untag(tag)) {
            timeline.tell(number, Telling.of(TimelineKind.TAGGED, "Tag " + tag + " removed"));
            edited(number, Changes.of("tags", tag, null));
        }
    }

    @Transactional
    public void note(int number, String text) {
        timeline.tell(number, Telling.of(TimelineKind.COMMENT_ADDED, "Note").with("note", text));
        events.publishEvent(new IncidentEvent.Noted(Actor.current().tenant(), number, Changes.NONE));
    }

    private void edited(int number, Changes changes) {
        events.publishEvent(new IncidentEvent.Edited(Actor.current().tenant(), number, changes));
    }
}
