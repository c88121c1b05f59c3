package com.srecopilot.hypothesis.rootcause;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was learnt of how much each kind of evidence tells, and how often the first suspect is right.
 * {@code bin/bench causes} makes it anew.
 *
 * @param weights by kind of evidence
 * @param base where the chance starts
 * @param height what the first one's share of all suspicion adds
 * @param lead what its lead over the second adds
 */
record Model(Map<String, Double> weights, double base, double height, double lead) {

    private static final double LEAST = 0.01;

    static Model shipped() {
        try (InputStream in = Objects.requireNonNull(Model.class.getResourceAsStream("/hypothesis/rootcause-model.json"))) {
            return new JsonMapper().readValue(in, Model.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The chance that the first is right. */
    double sure(double first, double second, int candidates) {
        double odds = base + height * height(first) + lead * lead(first, second);
        return candidates == 1 ? 1 / (1 + Math.exp(-height)) : 1 / (1 + Math.exp(-odds));
    }

    static double height(double first) {
        return Math.log((first + LEAST) / (1 - first + LEAST));
    }

    static double lead(double first, double second) {
        return Math.log((first + LEAST) / (second + LEAST));
    }
}
