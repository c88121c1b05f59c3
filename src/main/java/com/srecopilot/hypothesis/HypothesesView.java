package com.srecopilot.hypothesis;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * All suspected causes of an incident, in the order of its page: validated, rejected ones that once were first, open by
 * rank, the other rejected.
 *
 * @param running whether the engine is at work; more may come
 * @param abstained why the engine named none, or null
 * @param startedAt of the latest run, or null when there was none
 * @param finishedAt of the latest run, or null
 */
public record HypothesesView(int number, List<HypothesisView> items, boolean running, String abstained, Instant startedAt,
        Instant finishedAt) {

    private static final Comparator<HypothesisView> ORDER =
            Comparator.comparing(HypothesesView::place).thenComparing(HypothesisView::rank).thenComparing(HypothesisView::id);

    public HypothesesView {
        items = items.stream().sorted(ORDER).toList();
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
