package com.srecopilot.alert.receiver;

import java.util.UUID;

import org.springframework.http.HttpStatus;

/** A delivery that is kept, with its reason, but not read. */
final class Refused extends RuntimeException {

    /** Bytes of the body that are kept: enough to recognise its sender. */
    static final int KEPT = 4_000;

    private final HttpStatus status;
    private final transient UUID receipt;

    Refused(HttpStatus status, String reason, UUID receipt) {
        super(reason, null, false, false);
        this.status = status;
        this.receipt = receipt;
    }

    HttpStatus status() {
        return status;
    }

    UUID receipt() {
        return receipt;
    }
}
