package com.srecopilot.alert.mapping;

import java.util.ArrayList;
import java.util.List;

import com.srecopilot.alert.format.JsonField;

/**
 * A place in a body: {@code check.name}, {@code hosts[0]['odd.name']}, {@code tags[*]} or the JSON Pointer
 * {@code /check/name}, from the alert; {@code $.region} from the body; {@code 'checkout'} is that text. No expressions:
 * finding it takes time in proportion to the body at most.
 */
record FieldPath(List<Step> steps, boolean fromBody, String literal) {

    static final FieldPath NONE = new FieldPath(List.of(), false, null);
    private static final int LENGTH = 200;
    private static final int DEPTH = 20;
    private static final int FOUND = 100;

    /** One level down. @param name null for a place in an array. @param index -1 for all of them */
    record Step(String name, int index) {
    }

    /** @throws IllegalArgumentException with what is wrong about it, to be read after the field's name */
    static FieldPath of(String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return NONE;
        }
        if (text.length() > LENGTH) {
            throw new IllegalArgumentException("takes at most " + LENGTH + " characters");
        }
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            return new FieldPath(List.of(), false, text.substring(1, text.length() - 1));
        }
        List<Step> steps = text.startsWith("/") ? pointer(text) : new PathReader(text).steps();
        if (steps.size() > DEPTH) {
            throw new IllegalArgumentException("goes at most " + DEPTH + " levels deep");
        }
        return new FieldPath(steps, text.startsWith("$"), null);
    }

    boolean none() {
        return this == NONE;
    }

    /** What stands there, at most so many; empty when there is nothing. */
    List<JsonField> find(JsonField body, JsonField alert, int most) {
        List<JsonField> here = List.of(fromBody ? body : alert);
        for (Step step : steps) {
            var next = new ArrayList<JsonField>();
            here.forEach(field -> follow(field, step, next, most));
            here = next;
        }
        return here;
    }

    /** The first text, number or boolean that says something, or "". */
    String value(JsonField body, JsonField alert) {
        return literal != null ? literal : find(body, alert, FOUND).stream().map(JsonField::scalar).filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    private static void follow(JsonField field, Step step, List<JsonField> found, int most) {
        if (!field.present() || found.size() >= most) {
            return;
        }
        if (step.name() != null && field.node().isObject()) {
            JsonField child = field.at(step.name());
            if (child.present()) {
                found.add(child);
            }
        } else if (field.node().isArray() && (step.name() == null || step.name().matches("\\d{1,6}"))) {
            items(field, step.name() == null ? step.index() : Integer.parseInt(step.name()), found, most);
        }
    }

    private static void items(JsonField field, int index, List<JsonField> found, int most) {
        int end = Math.min(index < 0 ? field.node().size() : index + 1, field.node().size());
        for (int i = Math.max(index, 0); i < end && found.size() < most; i++) {
            found.add(new JsonField(field.node().get(i), field.path() + "[" + i + "]"));
        }
    }

    private static List<Step> pointer(String text) {
        var steps = new ArrayList<Step>();
        for (String part : text.substring(1).split("/", -1)) {
            steps.add(part.equals("*") ? new Step(null, -1) : new Step(part.replace("~1", "/").replace("~0", "~"), 0));
        }
        return steps;
    }
}
