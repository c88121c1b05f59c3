package com.srecopilot.incident.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What was said, for people who don't work on it.
 *
 * @param state one of {@link #STATES}
 * @param nextUpdateAt by when there will be another one, or null
 * @param author a name
 */
public record StatusUpdate(UUID id, Instant at, String author, String state, String text,
        @JsonProperty("next_update_at") Instant nextUpdateAt) {

    static final List<String> STATES = List.of("investigating", "identified", "monitoring", "resolved");
    static final int LONGEST = 1000;
}
