package com.srecopilot.incident.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import com.srecopilot.alert.AlertRow;
import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.ArrivedAlerts;
import com.srecopilot.catalog.Catalog;

/** Replays in the background, page by page, each in a short transaction of its own. Of alerts and incidents it only reads. */
@Component
class ReplayRun {

    private static final int PAGE = 2_000;

    private final Replays replays;
    private final ArrivedAlerts arrived;
    private final Catalog catalog;

    ReplayRun(Replays replays, ArrivedAlerts arrived, Catalog catalog) {
        this.replays = replays;
        this.arrived = arrived;
        this.catalog = catalog;
    }

    @Async
    @TransactionalEventListener
    void asked(ReplayAsked event) {
        Replay.Result result = null;
        try {
            result = run(replays.get(event.replay()), (alert, number) -> { });
        } finally {
            replays.ended(event.replay(), result);
        }
    }

    /** @param placed told of each alert and the number of the draft's incident that takes it */
    Replay.Result run(ReplayView asked, BiConsumer<UUID, Integer> placed) {
        var closed = new ArrayList<PastIncident.Made>();
        var replay = new Replay(asked.rules(), catalog.edges(), closed::add);
        var waiting = new ArrayList<AlertRow.Received>();
        AlertRow.Received last = null;
        long seen = 0;
        List<AlertRow.Received> page;
        do {
            page = arrived.since(asked.since(), last, PAGE);
            waiting.addAll(page);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
            seen += page.size();
            take(replay, waiting, page.size() < PAGE, placed);
            replays.told(asked.id(), seen, closed);
            closed.clear();
        } while (page.size() == PAGE);
        Replay.Result result = replay.finish();
        replays.told(asked.id(), seen, closed);
        return result;
    }

    /** Whole deliveries only: the last may go on with the next page. */
    private void take(Replay replay, List<AlertRow.Received> waiting, boolean all, BiConsumer<UUID, Integer> placed) {
        Map<Integer, Instant> resolved = replays.resolved(numbers(waiting).distinct().toList());
        int from = 0;
        for (int to = 1; to <= waiting.size(); to++) {
            boolean whole = to == waiting.size() ? all : !waiting.get(to).at().equals(waiting.get(from).at());
            if (whole) {
                List<AlertView> delivery = waiting.subList(from, to).stream().map(AlertRow.Received::alert).toList();
                replay.take(delivery, waiting.get(from).at(), resolved).forEach(placed);
                from = to;
            }
        }
        waiting.subList(0, from).clear();
    }

    private static Stream<Integer> numbers(List<AlertRow.Received> alerts) {
        return alerts.stream().map(each -> PastIncident.numberOf(each.alert())).filter(number -> number != null);
    }
}
