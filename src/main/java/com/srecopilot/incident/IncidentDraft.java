package com.srecopilot.incident;

/**
 * What an incident starts from.
 *
 * @param serviceName empty when unknown
 * @param groupKey the alert group that it stands for, or null when a person declares it
 */
public record IncidentDraft(String title, String description, Severity severity, String serviceName, String groupKey) {

    static final int LONGEST_TITLE = 200;

    static IncidentDraft declared(String title, String description, Severity severity, String serviceName) {
        return new IncidentDraft(title, description, severity, serviceName == null ? "" : serviceName, null);
    }
}
