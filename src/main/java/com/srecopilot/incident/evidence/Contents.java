package com.srecopilot.incident.evidence;

import java.io.IOException;
import java.util.UUID;

import org.springframework.core.io.InputStreamSource;

/** A place where the content of evidence is kept, of the current tenant. */
interface Contents {

    /** Bytes that are read at once. */
    int PIECE = 1 << 20;

    /** What {@code srecopilot.incident.evidence.store} calls it. */
    String name();

    /** Keeps it if the current transaction commits. @param bytes how many there are */
    void keep(UUID evidence, InputStreamSource content, long bytes) throws IOException;

    /** @return the bytes from {@code place} × {@link #PIECE} on, at most one piece of them; empty behind the end */
    byte[] piece(UUID evidence, int place) throws IOException;

    /** Forgets it if the current transaction commits. */
    void discard(UUID evidence);
}
