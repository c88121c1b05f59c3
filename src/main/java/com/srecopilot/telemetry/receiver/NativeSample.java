package com.srecopilot.telemetry.receiver;

import com.srecopilot.telemetry.Labels;

/**
 * One sample of a histogram that comes whole.
 *
 * @param level whether it tells of itself alone: a gauge, or what came since the one before
 */
record NativeSample(Labels labels, String unit, long millis, double count, double sum, Sketch sketch, boolean level) {
}
