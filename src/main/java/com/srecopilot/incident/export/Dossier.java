package com.srecopilot.incident.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import com.srecopilot.alert.AlertJson;
import com.srecopilot.catalog.ChangeView;
import com.srecopilot.incident.api.IncidentJson;
import com.srecopilot.incident.evidence.EvidenceJson;
import com.srecopilot.incident.status.StatusUpdate;

/**
 * All that is known of an incident, as it was at one moment.
 *
 * @param assignee a name, or null when nobody has it
 * @param changes those that people have linked
 * @param evidence newest first, without the contents
 * @param statusUpdates newest first, the newest two hundred
 * @param timeline oldest first
 * @param timelineTotal how many entries there are; more than the timeline holds when it was cut at its old end
 */
@JsonNaming(SnakeCaseStrategy.class)
record Dossier(Instant exportedAt, String exportedBy, IncidentJson incident, String assignee, List<AlertJson> alerts,
        List<ChangeView> changes, List<EvidenceJson> evidence, List<StatusUpdate> statusUpdates, List<Line> timeline, long timelineTotal) {

    /**
     * @param byPerson whether the actor is a person; what the product does by itself needs no name
     * @param note what a person said about it, or null
     */
    record Line(Instant at, String kind, String actor, @JsonIgnore boolean byPerson, String text, String note, Map<String, Object> data) {
    }

    String reference() {
        return "INC-" + incident.number();
    }

    /** What the reader must know when not all of the timeline is here, or null. */
    String missing() {
        return timelineTotal <= timeline.size() ? null
                : "Only the newest %d of %d entries.".formatted(timeline.size(), timelineTotal);
    }
}
