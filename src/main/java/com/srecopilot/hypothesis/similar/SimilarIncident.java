package com.srecopilot.hypothesis.similar;

import java.util.List;

import com.srecopilot.incident.IncidentView;

/**
 * An earlier incident that looks like one.
 *
 * @param score from 0 to 1
 * @param reasons what both have in common, for people
 * @param cause what a person validated as its cause, or null
 */
public record SimilarIncident(IncidentView incident, double score, List<String> reasons, String cause) {

    public int percent() {
        return (int) Math.round(score * 100);
    }
}
