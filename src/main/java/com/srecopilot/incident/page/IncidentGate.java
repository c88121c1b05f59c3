package com.srecopilot.incident.page;

import java.util.Set;

import org.springframework.stereotype.Component;

import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.access.ListTopics;
import com.srecopilot.realtime.TopicGate;
import com.srecopilot.tenancy.Actor;

/** Who may listen to {@code incidents} and {@code incident:42}. */
@Component
class IncidentGate implements TopicGate {

    private static final String ONE = "incident:";

    private final Incidents incidents;

    IncidentGate(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public boolean owns(String topic) {
        return topic.equals(ListTopics.EVERYBODY) || topic.matches(ONE + "\\d{1,9}(:\\d{1,9})?");
    }

    @Override
    public boolean admits(Actor actor, String topic) {
        return actor.can("incidents:read") && (topic.equals(ListTopics.EVERYBODY)
                || incidents.find(Integer.parseInt(topic.split(":")[1])).filter(incident -> incident.topic().equals(topic)).isPresent());
    }

    @Override
    public Set<String> heard(Actor actor, String topic) {
        return topic.equals(ListTopics.EVERYBODY) ? Set.of(topic, ListTopics.ownOf(actor)) : Set.of(topic);
    }
}
