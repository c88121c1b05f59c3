package com.srecopilot.identity;

/** Somebody else changed it meanwhile: a 409 page that keeps the text, or a problem in the API. */
public class Stale extends RuntimeException {

    /** @param message who changed what, as a sentence */
    public Stale(String message) {
        super(message);
    }
}
