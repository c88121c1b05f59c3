package com.srecopilot.incident.bulk;

import com.srecopilot.identity.Invalid;

/** What a person types into the bar of selected incidents. */
final class BulkWords {

    private static final int LONGEST_NOTE = 5_000;
    private static final int LONGEST_TAG = 40;

    private BulkWords() {
    }

    static String note(String text) {
        if (text != null && text.length() > LONGEST_NOTE) {
            throw new Invalid("note", "has " + LONGEST_NOTE + " characters at most");
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** @throws Invalid without one */
    static String reason(String text) {
        String words = note(text);
        if (words == null) {
            throw new Invalid("reason", "says why the severity changes");
        }
        return words;
    }

    static String tag(String text) {
        String tag = text == null ? "" : text.strip().toLowerCase();
        if (tag.isEmpty() || tag.length() > LONGEST_TAG) {
            throw new Invalid("tag", "has 1 to " + LONGEST_TAG + " characters");
        }
        return tag;
    }
}
