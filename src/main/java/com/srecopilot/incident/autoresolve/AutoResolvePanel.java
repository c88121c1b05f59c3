package com.srecopilot.incident.autoresolve;

import java.time.Instant;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;

/** Says on the incident's page when it will be resolved if nobody does anything. */
@Component
class AutoResolvePanel implements IncidentPanel {

    private final AutoResolve due;

    AutoResolvePanel(AutoResolve due) {
        this.due = due;
    }

    @Override
    public String zone() {
        return "top";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String fragment() {
        return "incident/autoresolve/_due";
    }

    @Override
    public Object model(IncidentView incident) {
        return new Due(due.due(incident).orElse(null));
    }

    @Override
    public boolean live() {
        return true;
    }

    /** @param at null when it is left to people */
    record Due(Instant at) {
    }
}
