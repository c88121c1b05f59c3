package com.srecopilot.catalog;

import java.util.List;
import java.util.stream.Collectors;

import com.srecopilot.catalog.ServiceSignals.Signal;

/**
 * How a service does, from what is known now.
 *
 * @param state {@code failing}, {@code degraded} or {@code ok}
 */
public record ServiceHealth(String state, List<Signal> signals) {

    public static final List<String> STATES = List.of("failing", "degraded", "ok");
    public static final ServiceHealth QUIET = new ServiceHealth("ok", List.of());

    static ServiceHealth of(List<Signal> signals) {
        return new ServiceHealth(signals.stream().anyMatch(Signal::failing) ? "failing" : signals.isEmpty() ? "ok" : "degraded", signals);
    }

    /** 0 is the worst. */
    public int rank() {
        return STATES.indexOf(state);
    }

    public long count(String noun) {
        return signals.stream().filter(signal -> signal.noun().equals(noun)).mapToLong(Signal::count).sum();
    }

    /** Such as {@code 1 incident, 3 firing alerts}, or {@code quiet}. */
    public String words() {
        return signals.isEmpty() ? "quiet" : signals.stream().map(Signal::words).collect(Collectors.joining(", "));
    }
}
