package com.srecopilot.incident.grouping;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How alerts are gathered into incidents. All times are event times: what senders say, not when they say it.
 *
 * @param window how long a cause goes on making alerts of its own, from its first
 * @param perHop how much longer its effects may take for each step to those who call it
 * @param hops how many steps away an effect may be; 0 looks at no dependencies at all
 * @param inactivity how long the same service, or the same labels, may be quiet and still join what is open
 * @param sameKey how long after an alert the same alert may fire again and still join its incident
 * @param together labels: alerts that agree in every one of them join; empty means none
 * @param togetherFor how long that goes on, from the first of them
 * @param apart labels: alerts that differ in one of them never join
 * @param quiet severities that join what is open but open nothing by themselves
 * @param upstream what depends on an open incident that began at most so long before is suppressed while that fires; zero: never
 */
public record GroupingRules(Duration window, Duration perHop, int hops, Duration inactivity, Duration sameKey,
        List<String> together, Duration togetherFor, List<String> apart, Set<String> quiet, Duration upstream) {

    /** The rule of what opens nothing because of its severity. */
    public static final String QUIET = "severity-opens-none";

    public static final GroupingRules USUAL = new GroupingRules(Duration.ofSeconds(100), Duration.ofSeconds(40), 2,
            Duration.ofSeconds(100), Duration.ofMinutes(5), List.of(), Duration.ofHours(1), List.of(), Set.of(), Duration.ZERO);

    /** Every severity opens incidents. */
    public GroupingRules(Duration window, Duration perHop, int hops, Duration inactivity, Duration sameKey, List<String> together, List<String> apart) {
        this(window, perHop, hops, inactivity, sameKey, together, Duration.ofHours(1), apart, Set.of(), Duration.ZERO);
    }

    /** Clocks and evaluation intervals differ: an effect may seem to come so much earlier than it should. */
    Duration slack() {
        return window.dividedBy(4);
    }

    /** How long after its effects a cause may still come to light. */
    Duration late() {
        return window.multipliedBy(3).dividedBy(4);
    }

    /** How far in time an alert may be from an incident that it joins. */
    public Duration reach() {
        Duration effects = window.plus(perHop.multipliedBy(hops));
        Duration longer = effects.compareTo(inactivity) > 0 ? effects : inactivity;
        return longer.compareTo(sameKey) > 0 ? longer : sameKey;
    }

    public boolean suppresses() {
        return hops > 0 && upstream.compareTo(Duration.ZERO) > 0;
    }

    /** Whether alerts of this severity may open an incident. */
    public boolean opens(String severity) {
        return !quiet.contains(severity);
    }
}
