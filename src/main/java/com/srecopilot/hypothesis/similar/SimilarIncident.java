package com.srecopilot.hypothesis.similar;

import java.util.List;
import java.util.stream.Stream;

import com.srecopilot.incident.IncidentView;

/**
 * An earlier incident that looks like one.
 *
 * @param score from 0 to 1
 * @param reasons what both have in common, for people
 * @param cause what a person validated as its cause, or null
 */
public record SimilarIncident(IncidentView incident, double score, List<String> reasons, String cause) {

    SimilarIncident with(List<String> words, String cause) {
        List<String> all = words.isEmpty() ? reasons : Stream.concat(reasons.stream(), Stream.of("words: " + String.join(", ", words))).toList();
        return new SimilarIncident(incident, score, all, cause);
    }

    int number() {
        return incident.number();
    }

    public int percent() {
        return (int) Math.round(score * 100);
    }
}
