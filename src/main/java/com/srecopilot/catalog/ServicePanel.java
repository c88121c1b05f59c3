package com.srecopilot.catalog;

/** A part of a service's page that a room above provides; one bean for each. */
public interface ServicePanel {

    String title();

    /** Where its fragment is, which is also a page of its own. */
    String url(String serviceName);

    int order();
}
