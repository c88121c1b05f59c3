package com.srecopilot.identity.failure;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says why a JSON body can't be read: where it breaks off, or which field holds the wrong kind of value. */
@Component
class UnreadableBody {

    private static final String TITLE = "The body can't be read";

    Failure explain(HttpMessageNotReadableException e) {
        Throwable cause = e.getMostSpecificCause();
        if (cause instanceof InvalidFormatException unstorable && unstorable.getTargetType() == String.class) {
            return Failure.field(path(unstorable), "has a character that can't be stored: U+0000 or half of a surrogate pair");
        }
        if (cause instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
            return Failure.field(path(mismatch), expectation(mismatch.getTargetType()));
        }
        if (cause instanceof MismatchedInputException mismatch) {
            return Failure.of(400, TITLE, "The body " + expectation(mismatch.getTargetType()) + ".");
        }
        if (cause instanceof StreamReadException malformed) {
            var at = malformed.getLocation();
            return Failure.of(400, TITLE, "It isn't valid JSON: line " + at.getLineNr() + ", column " + at.getColumnNr() + ".");
        }
        return Failure.of(400, TITLE, "It must be JSON, in UTF-8.");
    }

    /** What a value of this kind looks like, to follow the field's name. */
    static String expectation(Class<?> type) {
        if (type == null) {
            return "has a value of the wrong kind";
        }
        if (type.isEnum()) {
            return "must be one of " + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive() && type != boolean.class) {
            return "must be a number in range";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "must be a time such as 2026-11-24T12:00:00Z";
        }
        return plain(type);
    }

    private static String plain(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "must be a list";
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        return type == String.class ? "must be text" : Map.class.isAssignableFrom(type) || type.isRecord() ? "must be an object" : "has a value of the wrong kind";
    }

    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }
}
