package com.srecopilot.incident.api;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.JsonNode;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.People;
import com.srecopilot.identity.Person;
import com.srecopilot.identity.Stale;
import com.srecopilot.incident.IncidentDetails;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.IncidentState;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Severity;

/** Applies a program's change as a whole or not at all. */
@Service
class IncidentPatching {

    private final Incidents incidents;
    private final IncidentService lives;
    private final IncidentDetails details;
    private final People people;

    IncidentPatching(Incidents incidents, IncidentService lives, IncidentDetails details, People people) {
        this.incidents = incidents;
        this.lives = lives;
        this.details = details;
        this.people = people;
    }

    /** @throws Stale when the incident is not at the patch's version any more */
    @Transactional
    void apply(int number, IncidentPatch patch) {
        details.mustBeAt(number, patch.version());
        IncidentView before = incidents.get(number);
        if (patch.changesText()) {
            details.edit(number, patch.version(), given(patch.title(), before.title()),
                    given(patch.description(), before.description()), given(patch.serviceName(), before.serviceName()));
        }
        if (patch.severity() != null) {
            details.rate(number, Severity.of(patch.severity()).orElseThrow(), patch.note());
        }
        if (patch.assignedTo() != null) {
            details.assign(number, person(patch.assignedTo()));
        }
        if (patch.state() != null && !patch.state().equals(before.state())) {
            move(number, before, IncidentState.of(patch.state()).orElseThrow(), patch.note());
        }
    }

    private void move(int number, IncidentView before, IncidentState next, String note) {
        switch (next) {
            case RESOLVED -> lives.resolve(number, note);
            case INVESTIGATING -> investigateOrReopen(number, before, note);
            case DETECTED -> throw new Stale(before.reference() + " is " + before.state() + " and can't become detected again.");
        }
    }

    private void investigateOrReopen(int number, IncidentView before, String note) {
        if (before.open()) {
            lives.investigate(number, note);
        } else {
            lives.reopen(number, note);
        }
    }

    private UUID person(JsonNode assignedTo) {
        if (assignedTo.isNull() || assignedTo.asString().isBlank()) {
            return null;
        }
        String text = assignedTo.asString();
        Optional<Person> person = text.contains("@") ? people.byEmail(text) : people.find(id(text));
        return person.filter(Person::active).orElseThrow(() -> new Invalid("assigned_to", "is nobody of your organisation")).id();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid("assigned_to", "is a person's id or e-mail", e);
        }
    }

    private static String given(String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
