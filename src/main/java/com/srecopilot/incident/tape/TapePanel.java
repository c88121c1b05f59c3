package com.srecopilot.incident.tape;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;

/** The tape under the head of an incident's page. */
@Component
class TapePanel implements IncidentPanel {

    private final Tapes tapes;

    TapePanel(Tapes tapes) {
        this.tapes = tapes;
    }

    @Override
    public String zone() {
        return "tape";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String fragment() {
        return "incident/_tape";
    }

    @Override
    public Object model(IncidentView incident) {
        return tapes.of(incident);
    }

    @Override
    public boolean live() {
        return true;
    }
}
