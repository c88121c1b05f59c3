package com.srecopilot.catalog;

/** A part of a service's page that a room above provides; the page includes it without knowing it. One bean for each. */
public interface ServicePanel {

    int order();

    /** The fragment file, such as {@code incident/_of-service}. */
    String fragment();

    /** What the fragment sees as {@code ${panel}}; asked inside the page's transaction. */
    Object model(String service);
}
