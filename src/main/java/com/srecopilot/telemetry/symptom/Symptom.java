package com.srecopilot.telemetry.symptom;

/**
 * The course of a symptom: the mean of its series, of counters how they grow a second.
 *
 * @param times in epoch seconds, rising
 * @param values as many
 */
public record Symptom(Measure measure, double[] times, double[] values) {
}
