package com.srecopilot.incident.access;

import java.util.Optional;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.realtime.LiveAudience;

/** What happens to an incident is told to its present circle of readers, whoever listened before. */
@Component
class IncidentAudience implements LiveAudience {

    private static final String ONE = "incident:";

    private final Incidents incidents;

    IncidentAudience(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public boolean owns(String topic) {
        return topic.matches(ONE + "\\d{1,9}");
    }

    @Override
    public Optional<String> of(String topic) {
        return incidents.find(Integer.parseInt(topic.substring(ONE.length()))).map(IncidentView::topic);
    }
}
