package com.srecopilot.alert.episode;

import java.util.List;

/**
 * What became of one delivery.
 *
 * @param rule why, by name
 * @param episode the one it belongs to now; null when dropped
 * @param changed every episode that is not as it was, that one included
 * @param opened episodes that did not exist before and fire
 * @param closed episodes that fired until now
 */
public record Verdict(Outcome outcome, String rule, Episode episode, List<Episode> changed, List<Episode> opened, List<Episode> closed) {

    public enum Outcome {
        OPENED, REPEATED, RESOLVED, DROPPED
    }

    static Verdict dropped(String rule) {
        return new Verdict(Outcome.DROPPED, rule, null, List.of(), List.of(), List.of());
    }
}
