package com.srecopilot.alert.format;

import java.util.List;

/** One sender's way to say that something fires or has resolved. A new format is a new bean, nothing else. */
public interface AlertFormat {

    /** The last part of its address: {@code /ingest/{key}/{name}}. */
    String name();

    /**
     * The alerts of one body, in the sender's order; empty when it holds none.
     *
     * @throws Unreadable when the body is not of this format, naming the field
     */
    List<IncomingAlert> read(Payload payload);
}
