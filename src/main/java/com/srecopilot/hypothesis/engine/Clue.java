package com.srecopilot.hypothesis.engine;

import java.util.Comparator;
import java.util.List;

/**
 * What one lead says against one suspect.
 *
 * @param change identifies the change that is suspected, or null when the service as a whole is
 * @param weight probability that this is the cause if nothing else were known
 * @param claim how the theory reads when this is its weightiest clue
 */
record Clue(String service, String change, double weight, String claim, List<Evidence> evidence) {

    static final Comparator<Clue> HEAVIEST = Comparator.comparingDouble(Clue::weight).reversed()
            .thenComparing(Clue::key).thenComparing(Clue::claim);

    Clue {
        evidence = List.copyOf(evidence);
    }

    static Clue of(String service, double weight, String claim, List<Evidence> evidence) {
        return new Clue(service, null, weight, claim, evidence);
    }

    Clue times(double factor) {
        return new Clue(service, change, weight * factor, claim, evidence);
    }

    boolean namesChange() {
        return change != null;
    }

    String key() {
        return namesChange() ? "change:" + change : "service:" + service;
    }
}
