package com.srecopilot.identity.access;

/** Takes out what PostgreSQL refuses to store: U+0000 and halves of surrogate pairs. */
public final class CleanText {

    private CleanText() {
    }

    /** @return the same string when it is clean; null for null */
    public static String of(String text) {
        return isClean(text) ? text : cleaned(text);
    }

    static boolean isClean(String text) {
        for (int i = 0; text != null && i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isRefused(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isRefused(point)).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isRefused(int point) {
        return point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
