package com.srecopilot.hypothesis.rootcause;

import java.util.List;
import java.util.Set;

/**
 * What is known around a failure. Start and earlier incidents in epoch seconds; alerting is the service
 * that alerted, or empty; symptom the metric it alerted for, or empty. The window may reach any distance to either side of the start.
 */
public record Telemetry(double start, String alerting, String symptom, Set<String> services, List<Series> series,
                        List<Call> calls, List<Span> spans, List<LogLine> logs, List<Double> earlier) {
}
