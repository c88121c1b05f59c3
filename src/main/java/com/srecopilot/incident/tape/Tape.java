package com.srecopilot.incident.tape;

import java.time.Instant;
import java.util.List;

/**
 * The course of an incident, ready to be drawn. Places and widths are per cent of the width.
 *
 * @param curve null when there is nothing to draw
 * @param now where the present lies, or null when it is over
 * @param sentence the same in words
 */
record Tape(int number, String service, List<Phase> phases, TapeCurve curve, List<Lane> lanes, long lanesHidden, List<Mark> marks, List<TapeSpan.Tick> ticks, Double now,
        String sentence, List<Row> rows) {

    /** The marks are few enough to be walked by keyboard; else the table is the way. */
    public boolean walkable() {
        return marks.size() <= 16;
    }

    /** @param label as long as it fits the phase, or empty */
    record Phase(String state, double at, double width, String label, String took) {
    }

    /** The alerts of one title. */
    record Lane(String severity, String label, List<Bar> bars) {
    }

    record Bar(double at, double width) {
    }

    /**
     * Events that lie so close that one stands for them.
     *
     * @param before it is a change that came before the detection
     * @param wide it has no room on a phone
     * @param count how many it stands for
     */
    record Mark(String id, Instant when, double at, String icon, String tone, String label, String url, int weight, boolean before,
            boolean wide, int count) {

        Mark joined(Mark other) {
            Mark heavier = other.weight > weight ? other : this;
            return new Mark(heavier.id, heavier.when, heavier.at, heavier.icon, heavier.tone, heavier.label, heavier.url, heavier.weight,
                    heavier.before, wide, count + other.count);
        }

        Mark onlyWhereWide() {
            return new Mark(id, when, at, icon, tone, label, url, weight, before, true, count);
        }

        public String title() {
            return label + (count > 1 ? " and " + (count - 1) + " more" : "");
        }
    }

    /** A line of the table. @param until null for a moment */
    record Row(Instant from, Instant until, String what, String url) {
    }
}
