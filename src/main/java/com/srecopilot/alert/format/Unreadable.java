package com.srecopilot.alert.format;

/** The body is not of the format it claims. The message is meant for the sender's author. */
public class Unreadable extends RuntimeException {

    private final String field;

    public Unreadable(String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    /** Path of the field at fault, such as {@code alerts[3].startsAt}; empty when it is the body as a whole. */
    public String field() {
        return field;
    }
}
