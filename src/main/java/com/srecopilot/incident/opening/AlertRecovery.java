package com.srecopilot.incident.opening;

import java.util.List;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.tenancy.Actor;

/** Tells incidents that alerts of theirs have resolved. Resolving the incident stays a person's decision. */
@Service
public class AlertRecovery {

    private final Alerts alerts;
    private final Incidents incidents;
    private final IncidentOpening opening;
    private final IncidentTimeline timeline;
    private final ApplicationEventPublisher events;

    AlertRecovery(Alerts alerts, Incidents incidents, IncidentOpening opening, IncidentTimeline timeline,
            ApplicationEventPublisher events) {
        this.alerts = alerts;
        this.incidents = incidents;
        this.opening = opening;
        this.timeline = timeline;
        this.events = events;
    }

    /** Handles the resolved alerts of one delivery. */
    @Transactional
    public void tellOf(UUID receipt) {
        opening.oneAtATime();
        alerts.resolvedOfReceipt(receipt).forEach(this::tell);
    }

    private void tell(String reference, List<AlertView> resolved) {
        int number = Integer.parseInt(reference.substring("INC-".length()));
        if (incidents.find(number).isPresent()) {
            timeline.tell(number, resolved.stream().limit(20).map(AlertRecovery::resolved).toList());
            opening.recount(number);
            events.publishEvent(IncidentEvent.AlertsChanged.of(Actor.current().tenant(), number, false, resolved.size()));
        }
    }

    static Telling resolved(AlertView alert) {
        return Telling.of(TimelineKind.ALERT_RESOLVED, alert.title() + " resolved").with("url", alert.url())
                .with("alert", alert.id().toString()).once("resolved:" + alert.id());
    }
}
