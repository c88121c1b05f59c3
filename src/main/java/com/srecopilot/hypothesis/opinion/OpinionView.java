package com.srecopilot.hypothesis.opinion;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands on an incident's page.
 *
 * @param offered whether there is a model, and something to ask it about
 * @param model that wrote it, or null when none was asked yet
 */
record OpinionView(int number, boolean offered, boolean writing, String model, Opinion opinion, String failure, Instant at) {

    public boolean shown() {
        return offered || model != null;
    }

    public boolean empty() {
        return opinion.sentences().isEmpty();
    }

    public List<Opinion.Sentence> explanations() {
        return opinion.explanations();
    }

    public List<Opinion.Sentence> drafts() {
        return opinion.drafts();
    }

    /** The status update as one text. */
    public String draft() {
        return drafts().stream().map(Opinion.Sentence::text).collect(Collectors.joining(" "));
    }

    /** "2, then 1, 3", or null when it gave none. */
    public String order() {
        List<Integer> order = opinion.order();
        return order.size() < 2 ? null : order.get(0) + ", then " + order.stream().skip(1).map(String::valueOf).collect(Collectors.joining(", "));
    }

    public String dropped() {
        int dropped = opinion.dropped();
        return dropped == 0 ? null : dropped == 1 ? "1 line without evidence is not shown" : dropped + " lines without evidence are not shown";
    }
}
