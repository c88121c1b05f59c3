package com.srecopilot.hypothesis.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A suspected cause. It can't be made without evidence, and it describes itself in the words of its evidence alone.
 *
 * @param key names the theory, not the wording: a later run that suspects the same gives the same key
 * @param claim the theory in one line
 * @param confidence 0 to 0.95; nothing local is surer than that
 * @param plain the same before what people said of earlier causes moved it
 * @param service whom it blames
 * @param evidence what speaks for it, the weightiest first
 */
public record Suspicion(String key, String claim, double confidence, double plain, String service, List<Evidence> evidence) {

    public static final double SUREST = 0.95;

    public Suspicion {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("No claim without a cited fact: " + claim);
        }
        if (!(confidence >= 0 && confidence <= SUREST)) {
            throw new IllegalArgumentException("Confidence out of bounds: " + confidence);
        }
    }

    Suspicion with(double newConfidence, double newPlain) {
        return new Suspicion(key, claim, newConfidence, newPlain, service, evidence);
    }

    /** One sentence for each piece of evidence, in its order. */
    public String description() {
        return evidence.stream().map(Evidence::text).map(Words::sentence).collect(Collectors.joining(" "));
    }
}
