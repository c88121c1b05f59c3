package com.srecopilot.incident.evidence;

import java.util.Locale;

/**
 * The form that evidence is added with, as it is shown.
 *
 * @param typed what the person typed before
 * @param field that something is wrong with, or null
 * @param problem in words that follow the field's name
 */
record AddForm(int number, EvidenceForm typed, String field, String problem) {

    static AddForm empty(int number) {
        return new AddForm(number, EvidenceForm.EMPTY, null, null);
    }

    /** What to say at that field, or null. */
    public String at(String name) {
        return name.equals(field) ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " " + problem + "." : null;
    }
}
