package com.srecopilot.incident.opening;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.tenancy.Actor;

/** Tells incidents that alerts of theirs have resolved. Resolving the incident is another matter. */
@Service
public class AlertRecovery {

    /** So many of a delivery's alerts get a line of their own in the timeline. */
    private static final int TOLD = 20;

    private final Alerts alerts;
    private final IncidentOpening opening;
    private final IncidentTimeline timeline;
    private final ApplicationEventPublisher events;

    AlertRecovery(Alerts alerts, IncidentOpening opening, IncidentTimeline timeline,
            ApplicationEventPublisher events) {
        this.alerts = alerts;
        this.opening = opening;
        this.timeline = timeline;
        this.events = events;
    }

    /** Handles the resolved alerts of these deliveries. */
    @Transactional
    public void tellOf(Collection<UUID> receipts) {
        opening.oneAtATime();
        Map<Integer, List<Telling>> tellings = new LinkedHashMap<>();
        alerts.resolvedOfReceipts(receipts).forEach((incident, resolved) -> tellings.put(IncidentView.number(incident),
                resolved.stream().limit(TOLD).map(AlertRecovery::resolved).toList()));
        if (!tellings.isEmpty()) {
            timeline.tell(tellings);
            opening.recount(tellings.keySet());
            events.publishEvent(new IncidentEvent.AlertsChanged(Actor.current().tenant(), List.copyOf(tellings.keySet()), false));
        }
    }

    static Telling resolved(AlertView alert) {
        return Telling.of(TimelineKind.ALERT_RESOLVED, alert.title() + " resolved").with("url", alert.url())
                .with("alert", alert.id().toString()).once("resolved:" + alert.id());
    }
}
