package com.srecopilot.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** The life of an incident: declared, investigated, resolved, reopened, deleted. */
@Service
public class IncidentService {

    private final IncidentRepository repository;
    private final Incidents incidents;
    private final IncidentTimeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentService(IncidentRepository repository, Incidents incidents, IncidentTimeline timeline,
            ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.incidents = incidents;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Opens an incident, now. */
    @Transactional
    public IncidentView open(IncidentDraft draft) {
        Incident incident = repository.save(new Incident(repository.nextNumber(), draft, clock.instant()));
        timeline.tell(incident.number(), Telling.of(TimelineKind.INCIDENT_OPENED, "Incident opened")
                .with("state", IncidentState.DETECTED.word()));
        events.publishEvent(new IncidentEvent.Opened(tenant(), incident.number(),
                Changes.created(Map.of("title", draft.title(), "severity", draft.severity().word(), "service_name", draft.serviceName()))));
        return incident.view();
    }

    /** @param note what the person has to say about it, or null */
    @Transactional
    public void investigate(int number, String note) {
        move(number, Incident::investigate, "Investigation started", note);
    }

    @Transactional
    public void resolve(int number, String note) {
        move(number, Incident::resolve, "Resolved", note);
    }

    @Transactional
    public void reopen(int number, String note) {
        move(number, (incident, at) -> incident.reopen(), "Reopened", note);
    }

    /** Alerts of that severity joined: it gets worse, unless a person has said how bad it is. */
    @Transactional
    public void worsen(int number, Severity severity) {
        Incident incident = incidents.known(number);
        String before = incident.severity().word();
        if (incident.worsen(severity)) {
            timeline.tell(number, Telling.of(TimelineKind.SEVERITY_CHANGED, "Severity raised to " + severity.word() + " by its alerts"));
            events.publishEvent(new IncidentEvent.Edited(tenant(), number, Changes.of("severity", before, severity.word())));
        }
    }

    /** Removes it from every list. Its alerts and its audit records stay. */
    @Transactional
    public void delete(int number) {
        Incident incident = incidents.known(number);
        incident.delete(clock.instant());
        events.publishEvent(new IncidentEvent.Deleted(tenant(), number, Changes.of("title", incident.title(), null)));
    }

    private void move(int number, BiConsumer<Incident, Instant> verb, String text, String note) {
        Incident incident = incidents.known(number);
        String before = incident.state().word();
        verb.accept(incident, clock.instant());
        String after = incident.state().word();
        timeline.tell(number, Telling.of(TimelineKind.STATE_CHANGED, text).with("note", note).with("from", before).with("state", after));
        events.publishEvent(new IncidentEvent.StateChanged(tenant(), number, after, Changes.of("state", before, after)));
    }

    private static UUID tenant() {
        return Actor.current().tenant();
    }
}
