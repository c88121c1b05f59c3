package com.srecopilot.hypothesis.suggestion;

import java.util.List;
import java.util.stream.Collectors;

import com.srecopilot.incident.IncidentView;

/**
 * What was said of an incident when it opened.
 *
 * @param given the severity that it opened with; empty for a category
 * @param value null when nothing was sure enough
 * @param words of the incident that speak for it
 */
public record Suggestion(int number, String aspect, String given, String value, double confidence, List<String> words, boolean dismissed) {

    /** Still worth a line: nobody has decided otherwise, or so, meanwhile. */
    boolean standsFor(IncidentView incident) {
        boolean open = value != null && !dismissed && incident.open();
        return open && (severity() ? given.equals(incident.severity()) && !value.equals(given) : !incident.tags().contains(value));
    }

    boolean becameTrue(IncidentView incident) {
        return severity() ? value.equals(incident.severity()) : incident.tags().contains(value);
    }

    public boolean severity() {
        return Aspect.SEVERITY.word().equals(aspect);
    }

    public int percent() {
        return (int) Math.round(confidence * 100);
    }

    /** Where accepting it is posted: the incident's own verb. */
    public String path() {
        return "/incidents/" + number + (severity() ? "/severity" : "/tags");
    }

    public String dismissal() {
        return "/incidents/" + number + "/suggestions/" + aspect + "/dismissal";
    }

    public String because() {
        return words.isEmpty() ? "" : words.stream().collect(Collectors.joining("”, “", words.size() == 1 ? ", by the word “" : ", by the words “", "”"));
    }
}
