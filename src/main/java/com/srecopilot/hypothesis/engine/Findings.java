package com.srecopilot.hypothesis.engine;

import java.util.List;
import java.util.Optional;

/**
 * What an examination came to.
 *
 * @param suspicions the likeliest first
 * @param abstained why there are none; empty when there are some
 */
public record Findings(List<Suspicion> suspicions, Optional<String> abstained) {

    public Findings {
        suspicions = List.copyOf(suspicions);
        if (suspicions.isEmpty() != abstained.isPresent()) {
            throw new IllegalArgumentException("Either suspicions or the reason why there are none");
        }
    }
}
