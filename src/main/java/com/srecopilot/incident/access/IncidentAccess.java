package com.srecopilot.incident.access;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.Alerts;
import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.People;
import com.srecopilot.identity.Person;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** Makes incidents private and public, and says who reads the private ones. Only those who see one can do either. */
@Service
public class IncidentAccess {

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final IncidentTimeline timeline;
    private final Alerts alerts;
    private final People people;
    private final ApplicationEventPublisher events;

    IncidentAccess(JdbcClient jdbc, Incidents incidents, IncidentTimeline timeline, Alerts alerts, People people, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.timeline = timeline;
        this.alerts = alerts;
        this.people = people;
        this.events = events;
    }

    /** From now on its assignee, the one who says so, those added, and admins. */
    @Transactional
    public void restrict(int number) {
        IncidentView incident = incidents.get(number);
        if (!incident.restricted()) {
            if (Actor.current().isPerson()) {
                add(incident, Actor.current().id());
            }
            set(incident, true, "Made private");
        }
    }

    /** Everybody again; the timeline stays, with what was said in private. */
    @Transactional
    public void open(int number) {
        IncidentView incident = incidents.get(number);
        if (incident.restricted()) {
            set(incident, false, "Opened to everybody");
            jdbc.sql("delete from incident_members where incident_id = ?").param(incident.id()).update();
        }
    }

    private void set(IncidentView incident, boolean restricted, String words) {
        jdbc.sql("update incidents set restricted = ?, audience = audience + 1 where id = ?").params(restricted, incident.id()).update();
        alerts.conceal(incident.reference(), restricted);
        tell(incident, words, restricted ? ListTopics.EVERYBODY : null, Changes.of("private", !restricted, restricted));
    }

    /** @throws Invalid when that is nobody of the organisation, or the incident isn't private */
    @Transactional
    public void admit(int number, UUID person) {
        IncidentView incident = restricted(number);
        Person admitted = people.find(person).filter(Person::active).orElseThrow(() -> new Invalid("person", "is nobody who works here"));
        if (add(incident, person) > 0) {
            tell(incident, admitted.name() + " may read it", null, Changes.of("reader", null, admitted.name()));
        }
    }

    /** @throws Invalid when the person has the incident, or is the last one who reads it */
    @Transactional
    public void dismiss(int number, UUID person) {
        IncidentView incident = restricted(number);
        if (person.equals(incident.assigneeId())) {
            throw new Invalid("person", "has the incident: assign it to somebody else first");
        }
        List<UUID> members = ids(incident);
        if (!members.contains(person)) {
            throw new NotFound("That reader");
        }
        if (members.size() == 1) {
            throw new Invalid("person", "is the last one who reads it");
        }
        String name = people.named(person).name();
        tell(incident, name + " may no longer read it", ListTopics.of(person), Changes.of("reader", name, null));
        jdbc.sql("update incidents set audience = audience + 1 where id = ?").param(incident.id()).update();
        jdbc.sql("delete from incident_members where incident_id = ? and person_id = ?").params(incident.id(), person).update();
    }

    /** Empty for incidents that everybody reads. Admins read all, named or not. */
    @Transactional(readOnly = true)
    public List<Person> readers(int number) {
        IncidentView incident = incidents.get(number);
        return incident.restricted() ? ids(incident).stream().map(people::named).toList() : List.of();
    }

    /** What lists listen to in which it stands. */
    @Transactional(readOnly = true)
    public List<String> lists(IncidentView incident) {
        return incident.restricted() ? Stream.concat(Stream.of(ListTopics.ADMINS), ids(incident).stream().map(ListTopics::of)).toList()
                : List.of(ListTopics.EVERYBODY);
    }

    private IncidentView restricted(int number) {
        IncidentView incident = incidents.get(number);
        if (!incident.restricted()) {
            throw new Invalid("person", "can't be chosen: everybody reads this incident");
        }
        return incident;
    }

    private List<UUID> ids(IncidentView incident) {
        return jdbc.sql("select person_id from incident_members where incident_id = ? order by added_at, person_id").param(incident.id()).query(UUID.class).list();
    }

    private int add(IncidentView incident, UUID person) {
        return jdbc.sql("insert into incident_members (incident_id, person_id) values (?, ?) on conflict do nothing").params(incident.id(), person).update();
    }

    private void tell(IncidentView incident, String words, String lost, Changes changes) {
        timeline.tell(incident.number(), Telling.of(TimelineKind.ACCESS_CHANGED, words));
        events.publishEvent(new IncidentEvent.AccessChanged(Actor.current().tenant(), incident.number(), incident.topic(), lost, changes));
    }
}
