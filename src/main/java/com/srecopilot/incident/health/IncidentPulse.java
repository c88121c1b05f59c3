package com.srecopilot.incident.health;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.srecopilot.catalog.ServicePulse;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentFigures;
import com.srecopilot.tenancy.AfterCommit;

/** Says whose health an incident may have changed. */
@Component
class IncidentPulse {

    private final ServicePulse pulse;
    private final IncidentFigures figures;

    IncidentPulse(ServicePulse pulse, IncidentFigures figures) {
        this.pulse = pulse;
        this.figures = figures;
    }

    @EventListener
    void on(IncidentEvent event) {
        AfterCommit.run(() -> pulse.changed(event.tenant(), () -> figures.servicesOf(List.of(event.number()))));
    }

    /** What joins an incident may make it worse. */
    @EventListener
    void on(IncidentEvent.AlertsChanged event) {
        AfterCommit.run(() -> pulse.changed(event.tenant(), () -> figures.servicesOf(event.numbers())));
    }
}
