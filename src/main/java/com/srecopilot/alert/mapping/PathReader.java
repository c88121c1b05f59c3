package com.srecopilot.alert.mapping;

import java.util.ArrayList;
import java.util.List;

import com.srecopilot.alert.mapping.FieldPath.Step;

/** Takes a written path apart, letter by letter. */
final class PathReader {

    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    PathReader(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException with what is wrong about it */
    List<Step> steps() {
        if (text.startsWith("$")) {
            at = 1;
        } else if (text.charAt(0) != '[') {
            name();
        }
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '.') {
                name();
            } else if (next == '[') {
                bracket();
            } else {
                throw wrong("a dot or a bracket is missing before \"" + text.substring(at - 1) + "\"");
            }
        }
        return steps;
    }

    private void name() {
        int from = at;
        while (at < text.length() && ".[]".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(from, at).strip();
        if (name.isEmpty() || name.startsWith("?") || name.contains("(")) {
            throw wrong(name.isEmpty() ? "a name is missing" : "filters and functions are not understood");
        }
        steps.add(name.equals("*") ? new Step(null, -1) : new Step(name, 0));
    }

    private void bracket() {
        if (at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0) {
            int end = text.indexOf(text.charAt(at) + "]", at + 1);
            if (end < 0) {
                throw wrong("a quote is not closed");
            }
            steps.add(new Step(text.substring(at + 1, end), 0));
            at = end + 2;
            return;
        }
        int end = text.indexOf(']', at);
        String inside = end < 0 ? "" : text.substring(at, end).strip();
        if (!inside.matches("\\*|\\d{1,6}")) {
            throw wrong("a bracket holds a number, * or a quoted name");
        }
        steps.add(new Step(null, inside.equals("*") ? -1 : Integer.parseInt(inside)));
        at = end + 1;
    }

    private static IllegalArgumentException wrong(String reason) {
        return new IllegalArgumentException("is no path: " + reason);
    }
}
