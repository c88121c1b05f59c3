package com.srecopilot.hypothesis.opinion;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;

/** The model's opinion, under the engine's causes. */
@Component
class OpinionPanel implements IncidentPanel {

    private final Opinions opinions;

    OpinionPanel(Opinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public String zone() {
        return "causes";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String fragment() {
        return "hypothesis/_opinion";
    }

    @Override
    public Object model(IncidentView incident) {
        return opinions.of(incident);
    }
}
