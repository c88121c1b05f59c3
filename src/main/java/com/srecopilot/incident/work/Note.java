package com.srecopilot.incident.work;

import com.srecopilot.identity.Invalid;

/** A person's words about what they do. */
final class Note {

    static final int LONGEST = 5_000;

    private Note() {
    }

    /** @throws Invalid when it is longer than 5000 characters */
    static String of(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw new Invalid("note", "has 5000 characters at most; this one has " + text.length());
        }
        return text.strip();
    }
}
