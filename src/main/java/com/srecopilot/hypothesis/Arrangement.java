package com.srecopilot.hypothesis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How the hypotheses of an incident stand on open pages, and which ranks the next suspicions get. */
final class Arrangement {

    private final List<UUID> ids;
    private final Set<Integer> taken;
    private int lastRank;

    private Arrangement(List<UUID> ids, Set<Integer> taken) {
        this.ids = ids;
        this.taken = taken;
    }

    /** Judged ones keep their rank for good. */
    static Arrangement of(Collection<Hypothesis> hypotheses) {
        List<HypothesisView> inOrder = HypothesesView.of(0, hypotheses.stream().map(one -> one.view(null)).toList(), false, null, null, null).items();
        Set<Integer> taken = hypotheses.stream().filter(Hypothesis::isJudged).map(Hypothesis::rank).collect(Collectors.toCollection(HashSet::new));
        return new Arrangement(new ArrayList<>(inOrder.stream().map(HypothesisView::id).toList()), taken);
    }

    int nextRank() {
        do {
            lastRank++;
        } while (taken.contains(lastRank));
        return lastRank;
    }

    /** Pages append what they don't know. */
    void append(UUID id) {
        ids.add(id);
    }

    List<UUID> ids() {
        return List.copyOf(ids);
    }
}
