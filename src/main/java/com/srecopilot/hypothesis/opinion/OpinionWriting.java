package com.srecopilot.hypothesis.opinion;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.hypothesis.model.Dialogue;
import com.srecopilot.hypothesis.model.ModelFailure;
import com.srecopilot.hypothesis.model.ModelSettings;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LivePublisher;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.AfterCommit;

/** Lets the model write, beside everything else, and shows what it has written so far a few times a second. */
@Component
class OpinionWriting implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(OpinionWriting.class);
    private static final long PAUSE = 300;
    private static final int ANSWER = 700;

    private final Dialogue dialogue;
    private final OpinionStore store;
    private final TransactionTemplate transaction;
    private final LivePublisher live;
    private final Fragments fragments;
    private final Clock clock;
    private final ThreadPoolTaskExecutor writers = new ThreadPoolTaskExecutor();

    OpinionWriting(Dialogue dialogue, OpinionStore store, TransactionTemplate transaction, LivePublisher live, Fragments fragments, Clock clock) {
        this.dialogue = dialogue;
        this.store = store;
        this.transaction = transaction;
        this.live = live;
        this.fragments = fragments;
        this.clock = clock;
        writers.setThreadNamePrefix("model-");
        writers.setCorePoolSize(2);
        writers.setQueueCapacity(20);
        writers.setDaemon(true);
        writers.initialize();
    }

    /** Once the transaction that asks is committed. */
    void start(IncidentView incident, ModelSettings set, Briefing briefing, OpinionRow row) {
        UUID tenant = Actor.current().tenant();
        AfterCommit.run(() -> {
            try {
                writers.execute(() -> Actor.system(tenant, "model").run(() -> write(tenant, incident, set, briefing, row)));
            } catch (TaskRejectedException e) {
                Actor.system(tenant, "model").run(() -> finish(tenant, incident, row, Opinion.EMPTY, "Too many are asked about at once"));
            }
        });
    }

    private void write(UUID tenant, IncidentView incident, ModelSettings set, Briefing briefing, OpinionRow row) {
        show(tenant, incident, row, Opinion.EMPTY, null, true);
        var reader = new OpinionReader(briefing);
        long[] shown = {clock.millis()};
        try {
            dialogue.ask(set, briefing.prompt(), ANSWER, text -> {
                reader.take(text);
                if (clock.millis() - shown[0] >= PAUSE) {
                    shown[0] = clock.millis();
                    show(tenant, incident, row, reader.soFar(), null, true);
                }
            });
            Opinion whole = reader.whole();
            finish(tenant, incident, row, whole, whole.sentences().isEmpty() ? "The model said nothing that rests on the evidence" : null);
        } catch (ModelFailure e) {
            log.info("No opinion of a language model on {}: {}", incident.reference(), e.getMessage());
            finish(tenant, incident, row, Opinion.EMPTY, e.getMessage());
        }
    }

    private void finish(UUID tenant, IncidentView incident, OpinionRow row, Opinion opinion, String failure) {
        transaction.executeWithoutResult(status -> store.finish(incident.number(),
                new OpinionRow(row.id(), row.model(), opinion, failure, row.askedAt(), clock.instant())));
        show(tenant, incident, row, opinion, failure, false);
    }

    private void show(UUID tenant, IncidentView incident, OpinionRow row, Opinion opinion, String failure, boolean writing) {
        var view = new OpinionView(incident.number(), true, writing, row.model(), opinion, failure, clock.instant());
        live.publish(tenant, () -> java.util.List.of(new LiveMessage("incident:" + incident.number(), "head", fragments.render("hypothesis/_opinion", Map.of("panel", view)))));
    }

    @Override
    public void destroy() {
        writers.shutdown();
    }
}
