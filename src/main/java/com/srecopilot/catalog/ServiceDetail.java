package com.srecopilot.catalog;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A service with all that is known of it, as its page and the API show it. */
public record ServiceDetail(UUID id, String name, String tier, String region, String owner, boolean learned, String description,
        List<Runbook> runbooks, int version, @JsonProperty("depends_on") Set<String> dependsOn,
        @JsonProperty("called_by") Set<String> calledBy) {

    /** The first of its runbooks, for programs that know one only; empty when there is none. */
    @JsonProperty("runbook_url")
    public String runbookUrl() {
        return runbooks.isEmpty() ? "" : runbooks.get(0).url();
    }

    public String path() {
        return ServiceView.path(name);
    }

    /** The page of a service that it calls, or that calls it. */
    public String pathOf(String other) {
        return ServiceView.path(other);
    }
}
