package com.srecopilot.hypothesis;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All suspected causes of an incident, in the order of its page: validated, rejected ones that once were first, open by
 * rank, the other rejected.
 *
 * @param discarded what a later run withdrew, the latest first
 * @param running whether the engine is at work; more may come
 * @param abstained why the engine named none, or null
 * @param startedAt of the latest run, or null when there was none
 * @param finishedAt of the latest run, or null
 */
public record HypothesesView(int number, List<HypothesisView> items, List<HypothesisView> discarded, boolean running, String abstained, Instant startedAt,
        Instant finishedAt) {

    private static final Comparator<HypothesisView> ORDER =
            Comparator.comparing(HypothesesView::place).thenComparing(HypothesisView::rank).thenComparing(HypothesisView::id);

    private static final Comparator<HypothesisView> LATEST = Comparator
            .comparing((HypothesisView cause) -> cause.withdrawn().at()).reversed().thenComparing(HypothesisView::rank).thenComparing(HypothesisView::id);

    static HypothesesView of(int number, Collection<HypothesisView> all, boolean running, String abstained, Instant startedAt, Instant finishedAt) {
        return new HypothesesView(number, all.stream().filter(cause -> !cause.discarded()).sorted(ORDER).toList(),
                all.stream().filter(HypothesisView::discarded).sorted(LATEST).toList(), running, abstained, startedAt, finishedAt);
    }

    /** Whatever was ever suspected. */
    public List<HypothesisView> all() {
        return Stream.concat(items.stream(), discarded.stream()).toList();
    }

    private static int place(HypothesisView cause) {
        return cause.validated() ? 0 : cause.open() ? 2 : cause.firstRank() == 1 ? 1 : 3;
    }

    /** "5 found in 2 s", in words for the head of the panel. */
    public String progress() {
        if (running) {
            return items.isEmpty() ? "looking" : "looking, " + items.size() + " so far";
        }
        if (items.isEmpty()) {
            return startedAt == null ? "not looked for yet" : "";
        }
        return items.size() + " found" + (finishedAt == null ? "" : " in " + seconds());
    }

    private String seconds() {
        long seconds = Duration.between(startedAt, finishedAt).toSeconds();
        return seconds < 1 ? "under 1 s" : seconds + " s";
    }
}
