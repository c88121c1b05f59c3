package com.srecopilot.alert;

import java.util.UUID;

/** A part of an alert's page that a room above provides; one bean for each. */
public interface AlertPanel {

    String title();

    /** Where its fragment is, which is also a page of its own. */
    String url(UUID alert);

    int order();
}
