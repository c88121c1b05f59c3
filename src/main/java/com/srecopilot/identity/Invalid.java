package com.srecopilot.identity;

import org.springframework.validation.Errors;

/** A value that can't be used: a form says it beside the field, the API answers 400 and names the field. */
public class Invalid extends RuntimeException {

    private final String field;

    /** @param message reads after the field's name: {@code takes at least 12 characters} */
    public Invalid(String field, String message) {
        this(field, message, null);
    }

    public Invalid(String field, String message, Throwable cause) {
        super(message, cause);
        this.field = field;
    }

    public String field() {
        return field;
    }

    /** Puts the message beside its field of a page's form. */
    public void rejectIn(Errors form) {
        form.rejectValue(field, "invalid", getMessage());
    }
}
