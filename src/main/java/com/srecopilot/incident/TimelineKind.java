package com.srecopilot.incident;

import java.util.stream.Stream;

/** What happened, in the words of the timeline. Rooms above add theirs through {@link IncidentTimeline}. */
public enum TimelineKind {

    INCIDENT_OPENED("incident.opened", "Opened", "siren"),
    ALERT_FIRED("alert.fired", "Alert fired", "flame"),
    ALERT_RESOLVED("alert.resolved", "Alert resolved", "circle-check"),
    STATE_CHANGED("state.changed", "State changed", "search"),
    SEVERITY_CHANGED("severity.changed", "Severity changed", "trending-up"),
    ASSIGNED("assignee.changed", "Assigned", "user"),
    ACCESS_CHANGED("access.changed", "Readers changed", "lock"),
    EDITED("incident.edited", "Edited", "pencil"),
    TAGGED("tags.changed", "Tags changed", "tag"),
    CHANGE_LINKED("change.linked", "Change linked", "rocket"),
    INCIDENT_LINKED("incident.linked", "Incident linked", "link"),
    MERGED("incident.merged", "Merged", "git-merge"),
    SPLIT("incident.split", "Split", "git-pull-request"),
    HYPOTHESIS_GENERATED("hypothesis.generated", "Hypotheses", "lightbulb"),
    HYPOTHESIS_VALIDATED("hypothesis.validated", "Cause validated", "circle-check"),
    HYPOTHESIS_REJECTED("hypothesis.rejected", "Cause rejected", "circle-x"),
    STATUS_UPDATED("status.updated", "Status update", "send"),
    EVIDENCE_ADDED("evidence.added", "Evidence added", "paperclip"),
    EVIDENCE_REMOVED("evidence.removed", "Evidence removed", "trash-2"),
    COMMENT_ADDED("comment.added", "Note", "message-square");

    private final String word;
    private final String label;
    private final String icon;

    TimelineKind(String word, String label, String icon) {
        this.word = word;
        this.label = label;
        this.icon = icon;
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    public String icon() {
        return icon;
    }

    static TimelineKind of(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst().orElseThrow();
    }
}
