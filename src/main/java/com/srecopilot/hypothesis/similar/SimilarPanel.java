package com.srecopilot.hypothesis.similar;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;

/** Similar incidents, beside the story of one. */
@Component
class SimilarPanel implements IncidentPanel {

    private final SimilarIncidents similar;

    SimilarPanel(SimilarIncidents similar) {
        this.similar = similar;
    }

    @Override
    public String zone() {
        return "context";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String fragment() {
        return "hypothesis/_similar";
    }

    @Override
    public Object model(IncidentView incident) {
        return similar.of(incident);
    }
}
