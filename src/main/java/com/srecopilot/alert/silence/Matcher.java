package com.srecopilot.alert.silence;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.srecopilot.identity.Invalid;

/**
 * One condition on an alert, as Alertmanager writes it.
 *
 * @param name a label, or {@code service}, {@code severity}, {@code title}, {@code source}
 * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}; expressions match the whole value
 */
record Matcher(String name, String operator, String value, Pattern pattern) {

    private static final Pattern WRITTEN = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_.:-]*)\\s*(=~|!~|!=|=)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\",]*))");
    private static final int LONGEST = 500;
    /** An expression that looks at more characters than this runs away, and matches nothing. */
    private static final int PATIENCE = 20_000;

    /** @throws Invalid when it can't be read */
    static Matcher parse(String text) {
        java.util.regex.Matcher written = WRITTEN.matcher(text.strip());
        if (text.length() > LONGEST || !written.matches()) {
            throw new Invalid("matchers", "needs one of name=\"value\", !=, =~ or !~ on each line; this can't be read: " + text.strip());
        }
        String value = written.group(3) == null ? written.group(4) : written.group(3).replaceAll("\\\\(.)", "$1");
        try {
            return new Matcher(written.group(1), written.group(2), value, written.group(2).endsWith("~") ? Pattern.compile(value) : null);
        } catch (PatternSyntaxException e) {
            throw new Invalid("matchers", "has an expression that can't be read: " + value, e);
        }
    }

    /** @param actual empty when the alert has no such label */
    boolean matches(String actual) {
        return switch (operator) {
            case "=" -> actual.equals(value);
            case "!=" -> !actual.equals(value);
            case "=~" -> found(actual);
            default -> !found(actual);
        };
    }

    private boolean found(String actual) {
        try {
            return pattern.matcher(new Patient(actual, new int[] {PATIENCE})).matches();
        } catch (RanAway e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name + operator + "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static final class RanAway extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Text that may be looked at only so often. */
    private record Patient(CharSequence text, int[] left) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left[0]-- <= 0) {
                throw new RanAway();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
