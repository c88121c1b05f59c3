package com.srecopilot.hypothesis.rootcause;

import java.util.List;

/**
 * Before and after. A guard ahead of the start belongs to neither, since alerts come late and a sample may be stamped with the begin of its step; so does the
 * aftermath of earlier incidents.
 */
final class Windows {

    private static final double GUARD = 90;
    private static final double AFTER = 360;
    private static final double MARGIN = 60;

    private final double start;
    private final double guard;
    private final double until;
    private final List<Telemetry.Spell> earlier;

    Windows(double start, double first, double step, List<Telemetry.Spell> earlier) {
        this.start = start;
        this.guard = Math.min(Math.max(GUARD, step), Math.max(0, (start - first) / 4));
        this.until = start + Math.max(AFTER, 3 * step);
        this.earlier = earlier;
    }

    boolean before(double at) {
        return at < start - guard;
    }

    boolean calm(double at) {
        return before(at) && earlier.stream().noneMatch(spell -> spell.holds(at, MARGIN));
    }

    boolean after(double at) {
        return at >= start && at <= until;
    }

    /** How many seconds after lasts. */
    double length() {
        return until - start;
    }

    /** How long after lasts in units of before, for records from first to last. */
    double ratio(double first, double last) {
        return Math.max(0.1, Math.min(until, last) - start) / Math.max(1, start - guard - first);
    }
}
