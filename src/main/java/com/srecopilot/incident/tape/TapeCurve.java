package com.srecopilot.incident.tape;

import java.time.Instant;
import java.util.List;

/**
 * The curve under the marks: what the incident is about, as measured, or else how many alerts fired. A box of 1000 by 100.
 *
 * @param severity whose colour it has
 * @param lines of places; more than one where nothing was measured in between
 * @param areas under the lines
 * @param turn when it began to move, or null
 * @param sentence the same in words
 */
record TapeCurve(String severity, List<String> lines, List<String> areas, Label label, Turn turn, String sentence, Table table) {

    /** What stands at its end, or of an incident that is over where it was worst. */
    record Label(double at, double y, String value, String name) {
    }

    record Turn(double at, String time, String before) {
    }

    record Table(String name, List<Row> rows) {
    }

    record Row(Instant at, String value) {
    }
}
