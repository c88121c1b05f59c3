package com.srecopilot.hypothesis;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;

/** Suspected causes on the incident page: first column, first panel. */
@Component
class HypothesisPanel implements IncidentPanel {

    private final Hypotheses hypotheses;

    HypothesisPanel(Hypotheses hypotheses) {
        this.hypotheses = hypotheses;
    }

    @Override
    public String zone() {
        return "causes";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String fragment() {
        return "hypothesis/_panel";
    }

    @Override
    public Object model(IncidentView incident) {
        return hypotheses.of(incident.number());
    }
}
