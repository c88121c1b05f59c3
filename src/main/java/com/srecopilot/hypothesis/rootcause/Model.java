package com.srecopilot.hypothesis.rootcause;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was learnt of how much each kind of evidence tells, and how often the first suspect is right.
 * {@code bin/bench causes} makes it anew.
 *
 * @param weights by kind of evidence
 * @param base where the chance that the first is right starts
 * @param lead what the first one's lead adds; see {@link #lead}
 * @param own what evidence of a fault of its own adds, which lies between 0 and 1: who only hurts may hurt for another
 */
record Model(Map<String, Double> weights, double base, double lead, double own) {

    static Model shipped() {
        try (InputStream in = Objects.requireNonNull(Model.class.getResourceAsStream("/hypothesis/rootcause-model.json"))) {
            return new JsonMapper().readValue(in, Model.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The chance that the first is right. */
    double sure(double lead, double own) {
        return 1 / (1 + Math.exp(-(base + this.lead * lead + this.own * own)));
    }

    /**
     * How far the first stands above the second, the root of the distance: among many candidates of little evidence each
     * one's share is small, and yet the first may be the only one that anything speaks against.
     */
    static double lead(double[] scores) {
        double[] sorted = Arrays.stream(scores).sorted().toArray();
        return sorted.length < 2 ? 0 : Math.sqrt(sorted[sorted.length - 1] - sorted[sorted.length - 2]);
    }
}
