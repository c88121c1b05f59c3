package com.srecopilot.incident.undo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.srecopilot.incident.IncidentMemory.Moment;

/**
 * What a person did to one or more incidents.
 *
 * @param told in a sentence
 * @param refused a sentence for each incident that stayed as it was
 * @param undoable whether it may still be taken back
 */
public record Act(UUID id, String told, List<String> refused, boolean undoable) {

    public String path() {
        return "/incidents/undo/" + id;
    }

    public String sentence() {
        return (told + " " + String.join(" ", refused)).strip();
    }

    /** How an incident stood before, and the version it was left at. */
    record Step(Moment before, int version) {
    }

    record Stored(String told, List<Step> steps, Instant until) {
    }
}
