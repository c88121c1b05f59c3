package com.srecopilot.catalog;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A change of a service.
 *
 * @param kind deployment or configuration
 * @param previousVersion empty when unknown, like version, summary and url
 * @param actor who or what reported it
 */
public record ChangeView(UUID id, String service, String kind, String version,
        @JsonProperty("previous_version") String previousVersion, String summary, String url, Instant at, String actor) {
}
