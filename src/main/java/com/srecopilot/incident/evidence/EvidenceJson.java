package com.srecopilot.incident.evidence;

import java.time.Instant;
import java.util.UUID;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A piece of evidence for programs.
 *
 * @param url where a link leads, or where the content of a file or log is downloaded
 */
@JsonNaming(SnakeCaseStrategy.class)
public record EvidenceJson(UUID id, String kind, String name, String note, String mediaType, long bytes, String url,
        Instant addedAt, String addedBy) {

    public static EvidenceJson of(Evidence evidence) {
        String url = evidence.link() != null ? evidence.link() : "/api/v1" + evidence.page() + "/content";
        return new EvidenceJson(evidence.id(), evidence.kind(), evidence.name(), evidence.note(), evidence.mediaType(), evidence.bytes(),
                url, evidence.addedAt(), evidence.addedBy());
    }
}
