package com.srecopilot.incident;

import com.srecopilot.identity.Person;

/**
 * An incident as the fragments show it.
 *
 * @param assignee null when nobody has it
 */
public record IncidentCard(IncidentView incident, Person assignee) {

    /** How long it took, or null while it is open. */
    public String took() {
        return incident.mttrSeconds() == null ? null : Spell.of(incident.mttrSeconds());
    }

    public String acknowledgedAfter() {
        return incident.mttaSeconds() == null ? null : Spell.of(incident.mttaSeconds());
    }
}
