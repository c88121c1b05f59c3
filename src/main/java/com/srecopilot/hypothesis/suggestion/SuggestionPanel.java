package com.srecopilot.hypothesis.suggestion;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;

/** What is suggested of an incident, under its head. */
@Component
class SuggestionPanel implements IncidentPanel {

    private final Suggestions suggestions;

    SuggestionPanel(Suggestions suggestions) {
        this.suggestions = suggestions;
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
        return "hypothesis/_suggestions";
    }

    @Override
    public Object model(IncidentView incident) {
        return suggestions.of(incident);
    }

    @Override
    public boolean live() {
        return true;
    }
}
