package com.srecopilot.identity.failure;

import java.util.List;

/**
 * What went wrong, in words for the one who reads them.
 *
 * @param title what; {@code detail} why, and what to do
 * @param errors one for each field that can't be used
 */
record Failure(int status, String title, String detail, List<FieldError> errors) {

    record FieldError(String field, String message) {
    }

    static Failure of(int status, String title, String detail) {
        return new Failure(status, title, detail, List.of());
    }

    static Failure field(String field, String message) {
        return new Failure(400, "Some values can't be used", field + " " + message + ".", List.of(new FieldError(field, message)));
    }
}
