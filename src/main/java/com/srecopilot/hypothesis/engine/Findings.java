package com.srecopilot.hypothesis.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an examination came to.
 *
 * @param suspicions the likeliest first
 * @param rest what else anything speaks for, and how sure that is: theories by their key
 * @param abstained why there are none; empty when there are some
 */
public record Findings(List<Suspicion> suspicions, Map<String, Double> rest, Optional<String> abstained) {

    public Findings {
        suspicions = List.copyOf(suspicions);
        rest = Map.copyOf(rest);
        if (suspicions.isEmpty() != abstained.isPresent()) {
            throw new IllegalArgumentException("Either suspicions or the reason why there are none");
        }
    }

    /** Why a theory about a service, suspected before, is not among these. */
    public String whyNot(String key, String service) {
        Double left = rest.get(key);
        if (left != null) {
            return left < Weighed.FAINTEST ? "hardly anything speaks for it any more"
                    : suspicions.size() + " others are likelier; it would be at " + Math.round(100 * left) + " %";
        }
        return suspicions.stream().filter(other -> other.service().equals(service)).findFirst()
                .map(other -> "what spoke for it now speaks for “" + other.claim() + "”")
                .orElse("nothing that is known by now points there");
    }
}
