package com.srecopilot.incident.link;

import com.srecopilot.incident.IncidentView;

/**
 * Another incident, seen from one.
 *
 * @param relation such as {@code Duplicate of}
 */
public record LinkedIncident(int number, String title, String severity, String state, String relation) {

    public String reference() {
        return IncidentView.reference(number);
    }
}
