package com.srecopilot.hypothesis.model;

import java.net.URI;
import java.time.Duration;

/**
 * What is called, and how.
 *
 * @param credential the value of the kind's header, or null for none
 * @param patience for the whole answer, and for the pause between two parts of it
 */
record ModelEndpoint(ModelKind kind, URI uri, String model, String credential, Duration patience) {

    @Override
    public String toString() {
        return kind + " " + model;
    }
}
