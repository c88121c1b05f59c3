package com.srecopilot.incident;

/** A part of the incident page that a room above provides. The page includes it without knowing it. */
public interface IncidentPanel {

    /**
     * {@code top} and {@code tape} (under the head), {@code causes} (the first column), {@code story} (under the timeline), {@code path}
     * (first in the context) or {@code context}.
     */
    String zone();

    int order();

    /** The fragment file, such as {@code hypothesis/_panel}. */
    String fragment();

    /** What the fragment sees as {@code ${panel}}; asked inside the page's transaction. */
    Object model(IncidentView incident);

    /** Whether open pages get it anew, once a second at most, when something happens to the incident. Its root then has an id. */
    default boolean live() {
        return false;
    }
}
