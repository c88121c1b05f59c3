package com.srecopilot.incident;

import java.util.List;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.People;

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
        return incidents.stream().map(this::of).toList();
    }
}
