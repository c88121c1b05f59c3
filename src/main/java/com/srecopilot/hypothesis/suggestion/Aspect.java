package com.srecopilot.hypothesis.suggestion;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is suggested of an incident. */
enum Aspect {

    SEVERITY(0.7), CATEGORY(0.6);

    private final double least;

    Aspect(double least) {
        this.least = least;
    }

    /** Below this confidence nothing is said. */
    double least() {
        return least;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Aspect> of(String word) {
        return Stream.of(values()).filter(aspect -> aspect.word().equals(word)).findFirst();
    }
}
