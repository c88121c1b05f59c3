package com.srecopilot.incident.status;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.srecopilot.identity.Invalid;

/**
 * A status update as it is written, and shown again when something is wrong with it.
 *
 * @param next minutes until the next one, 0 for none
 */
record StatusForm(String state, String text, Integer next) {

    static final StatusForm EMPTY = new StatusForm("investigating", "", 30);
    private static final List<Integer> CHOICES = List.of(15, 30, 60, 120, 240, 1440, 0);

    /** With a text to go on from. */
    static StatusForm of(String text) {
        return new StatusForm(EMPTY.state, text, EMPTY.next);
    }

    StatusForm {
        next = next == null ? 0 : next;
    }

    /** @throws Invalid when it is none of those offered */
    Instant nextAfter(Instant now) {
        if (!CHOICES.contains(next)) {
            throw new Invalid("next_update_at", "is one of the times offered");
        }
        return next == 0 ? null : now.plusSeconds(next * 60L);
    }

    public List<String> states() {
        return StatusUpdate.STATES;
    }

    public List<Integer> choices() {
        return CHOICES;
    }

    public String words(int minutes) {
        return minutes == 0 ? "none promised" : minutes < 60 ? minutes + " min" : minutes < 1440 ? minutes / 60 + " h" : "tomorrow";
    }

    static String sentence(Invalid problem) {
        String field = problem.field().replace('_', ' ');
        return field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1) + " " + problem.getMessage() + ".";
    }
}
