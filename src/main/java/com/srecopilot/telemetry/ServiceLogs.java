package com.srecopilot.telemetry;

import java.util.List;

/** What services logged within a window: every line in the counts, some of the lines themselves. */
public record ServiceLogs(List<Template> templates, List<Line> lines) {

    /**
     * Lines that differ in numbers and names only.
     *
     * @param template with {@code <*>} for what differs
     * @param severity {@code error}, {@code warn}, {@code info}, {@code debug} or empty
     * @param minutes in epoch seconds, rising; those in which it was logged
     * @param counts how often, for each of the minutes
     */
    public record Template(long id, String service, String severity, String template, double[] minutes, long[] counts) {
    }

    /** @param at in epoch seconds */
    public record Line(double at, String service, String severity, String line, long template) {
    }
}
