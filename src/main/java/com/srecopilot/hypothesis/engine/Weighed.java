package com.srecopilot.hypothesis.engine;

import java.util.stream.Stream;

/** A candidate of a lead before any words are made about it: of a storm's thousands only the loudest get that far. */
record Weighed<T>(T candidate, String name, double weight) implements Comparable<Weighed<T>> {

    private static final int LOUDEST = 20;
    /** Below this a clue is not worth a person's time. */
    static final double FAINTEST = 0.05;

    static <T> Stream<Weighed<T>> loudest(Stream<Weighed<T>> candidates) {
        return loudest(candidates, LOUDEST);
    }

    static <T> Stream<Weighed<T>> loudest(Stream<Weighed<T>> candidates, int most) {
        return candidates.filter(candidate -> candidate.weight >= FAINTEST).sorted().limit(most);
    }

    Weighed<T> times(double factor) {
        return new Weighed<>(candidate, name, weight * factor);
    }

    @Override
    public int compareTo(Weighed<T> other) {
        int heavier = Double.compare(other.weight, weight);
        return heavier != 0 ? heavier : name.compareTo(other.name);
    }
}
