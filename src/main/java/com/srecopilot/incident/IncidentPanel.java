package com.srecopilot.incident;

/** A part of the incident page that a room above provides. The page includes it without knowing it. */
public interface IncidentPanel {

    /** {@code top}, {@code causes} (the first column), {@code story} (under the timeline) or {@code context}. */
    String zone();

    int order();

    /** The fragment file, such as {@code hypothesis/_panel}. */
    String fragment();

    /** What the fragment sees as {@code ${panel}}; asked inside the page's transaction. */
    Object model(IncidentView incident);
}
