package com.srecopilot.telemetry.receiver;

import org.springframework.http.HttpStatus;

/** A delivery of which nothing is taken, and why. */
final class Refused extends RuntimeException {

    private final HttpStatus status;

    Refused(HttpStatus status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    static Refused unreadable(String reason) {
        return new Refused(HttpStatus.BAD_REQUEST, reason);
    }

    static Refused tooLarge() {
        return new Refused(HttpStatus.CONTENT_TOO_LARGE, "the body is larger than " + (Body.WIRE >> 20) + " MiB, or " + (Body.INFLATED >> 20) + " MiB once unpacked; send smaller batches");
    }

    HttpStatus status() {
        return status;
    }
}
