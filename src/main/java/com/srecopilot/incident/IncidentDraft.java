package com.srecopilot.incident;

/**
 * What an incident starts from.
 *
 * @param serviceName empty when unknown
 * @param groupKey the alert group that it stands for, or null when a person declares it
 */
public record IncidentDraft(String title, String description, Severity severity, String serviceName, String groupKey) {

    public static final int LONGEST_TITLE = 200;

    /** As a person or a program declares it. */
    public static IncidentDraft declared(String title, String description, Severity severity, String serviceName) {
        return new IncidentDraft(title, description, severity, serviceName == null ? "" : serviceName, null);
    }
}
