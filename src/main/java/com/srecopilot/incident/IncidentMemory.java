package com.srecopilot.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Stale;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** Takes an incident back to how it stood before an act, as long as nobody changed it since. */
@Service
public class IncidentMemory {

    private final Incidents incidents;
    private final IncidentRepository repository;
    private final IncidentTimeline timeline;
    private final ApplicationEventPublisher events;

    IncidentMemory(Incidents incidents, IncidentRepository repository, IncidentTimeline timeline, ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.repository = repository;
        this.timeline = timeline;
        this.events = events;
    }

    /** What an act may change, as it stood at a version. */
    public record Moment(int number, int version, UUID assignee, String severity, boolean severityByHand, String state,
            Instant acknowledgedAt, Instant resolvedAt, String groupKey, List<String> tags) {
    }

    @Transactional(readOnly = true)
    public Moment of(int number) {
        return incidents.known(number).moment();
    }

    /**
     * @param version which the act left behind
     * @param act in the words that the timeline gets
     * @throws Stale when somebody changed it since, or its alerts have opened another incident
     */
    @Transactional
    public void restore(Moment before, int version, String act) {
        Incident incident = incidents.known(before.number());
        if (incident.version() != version) {
            throw new Stale(incident.reference() + " was changed since, so it stays as it is.");
        }
        String state = incident.state().word();
        incident.restore(before);
        try {
            repository.flush();
        } catch (DataIntegrityViolationException e) {
            throw new Stale(incident.reference() + " stays as it is: its alerts have opened another incident since.");
        }
        tell(incident.number(), state, before.state(), act);
    }

    private void tell(int number, String from, String to, String act) {
        boolean moved = !from.equals(to);
        Telling told = Telling.of(moved ? TimelineKind.STATE_CHANGED : TimelineKind.EDITED, "Undone").with("note", act);
        timeline.tell(number, moved ? told.with("from", from).with("state", to) : told);
        UUID tenant = Actor.current().tenant();
        Changes changes = Changes.of(moved ? "state" : "undone", moved ? from : act, moved ? to : null);
        events.publishEvent(moved ? new IncidentEvent.StateChanged(tenant, number, to, changes) : new IncidentEvent.Edited(tenant, number, changes));
    }
}
