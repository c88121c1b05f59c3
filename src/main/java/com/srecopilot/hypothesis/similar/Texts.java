package com.srecopilot.hypothesis.similar;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import com.srecopilot.incident.IncidentView;

/** What a tenant's incidents say, as read once; which are like one is found out once too, however many look at its page. */
final class Texts {

    private static final int CANDIDATES = 50;

    private final Instant read;
    private final Likeness likeness = new Likeness();
    private final Map<Integer, Map<Integer, Double>> found = new HashMap<>();

    Texts(Instant read) {
        this.read = read;
    }

    boolean readBefore(Instant time) {
        return read.isBefore(time);
    }

    /** @param later gives the incidents of larger numbers */
    synchronized void add(IncidentView incident, IntFunction<List<IncidentView>> later) {
        if (incident.number() > likeness.last()) {
            later.apply(likeness.last()).forEach(this::add);
        }
        add(incident);
    }

    /** The earlier ones that have something in common with it, and how much. */
    synchronized Map<Integer, Double> alike(int number) {
        return found.computeIfAbsent(number, key -> {
            var alike = new HashMap<Integer, Double>();
            likeness.like(number, other -> other < number, CANDIDATES).forEach(match -> alike.put(match.number(), match.score()));
            return alike;
        });
    }

    /** The words by which the other was found to be like it; none when it wasn't. */
    synchronized List<String> common(IncidentView incident, int other) {
        return alike(incident.number()).containsKey(other)
                ? likeness.common(incident.number(), other, incident.title() + " " + incident.description()) : List.of();
    }

    private void add(IncidentView incident) {
        likeness.add(incident.number(), incident.title(), incident.description());
    }
}
