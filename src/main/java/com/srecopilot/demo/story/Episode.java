package com.srecopilot.demo.story;

import java.time.Instant;
import java.util.List;

/**
 * How an incident went.
 *
 * @param shots its alerts, the first one opens it
 * @param acts what people did, in order; the last kinds may come after the end
 * @param end when it was resolved, or null while it is open
 */
public record Episode(String service, String severity, Instant start, List<Shot> shots, List<Act> acts, Instant end) {

    /**
     * An alert.
     *
     * @param service a caller's that feels it, or the incident's own
     * @param fired to the second
     * @param over null while it fires
     */
    public record Shot(String name, String summary, String service, String severity, String region, Instant fired, Instant over) {
    }

    /** @param text their words, a tag, or the e-mail of who takes it over */
    public record Act(Instant at, Verb verb, String by, String text) {
    }

    /** What people do. */
    public enum Verb {
        TAKE, INVESTIGATE, NOTE, HAND_OVER, TAG, RESOLVE,
        /** Lays log lines beside it. */
        LOG
    }

    /** A deployment or configuration. */
    public record Change(String service, String kind, String version, String previous, String summary, Instant at) {
    }
}
