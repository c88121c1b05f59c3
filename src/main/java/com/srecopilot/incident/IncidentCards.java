package com.srecopilot.incident;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.People;
import com.srecopilot.identity.Person;

/** Puts names to incidents. */
@Component
public class IncidentCards {

    private final People people;

    IncidentCards(People people) {
        this.people = people;
    }

    public IncidentCard of(IncidentView incident) {
        return new IncidentCard(incident, incident.assigneeId() == null ? null : people.named(incident.assigneeId()));
    }

    public List<IncidentCard> of(List<IncidentView> incidents) {
        Set<UUID> assignees = incidents.stream().map(IncidentView::assigneeId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, Person> people = this.people.named(assignees);
        return incidents.stream().map(incident -> new IncidentCard(incident, people.get(incident.assigneeId()))).toList();
    }
}
