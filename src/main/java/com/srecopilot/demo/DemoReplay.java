package com.srecopilot.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.alert.Intake;
import com.srecopilot.catalog.ChangeForm;
import com.srecopilot.catalog.Changes;
import com.srecopilot.demo.story.Episode;
import com.srecopilot.demo.story.Episode.Act;
import com.srecopilot.demo.story.Episode.Change;
import com.srecopilot.demo.story.Episode.Shot;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.Person;
import com.srecopilot.incident.IncidentDetails;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.evidence.EvidenceIntake;
import com.srecopilot.incident.opening.AlertRecovery;
import com.srecopilot.incident.opening.IncidentOpening;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.ProductClock;

/** Plays an incident by the product's own verbs, the clock set back. What {@link History} writes must come out the same. */
@Component
@Profile("demo")
class DemoReplay {

    private final ProductClock clock;
    private final Changes changes;
    private final Intake intake;
    private final IncidentOpening opening;
    private final AlertRecovery recovery;
    private final Incidents incidents;
    private final IncidentService lives;
    private final IncidentDetails details;
    private final EvidenceIntake evidence;

    DemoReplay(ProductClock clock, Changes changes, Intake intake, IncidentOpening opening, AlertRecovery recovery, Incidents incidents,
            IncidentService lives, IncidentDetails details, EvidenceIntake evidence) {
        this.clock = clock;
        this.changes = changes;
        this.intake = intake;
        this.opening = opening;
        this.recovery = recovery;
        this.incidents = incidents;
        this.lives = lives;
        this.details = details;
        this.evidence = evidence;
    }

    private record Step(Instant at, Runnable work) {
    }

    UUID record(Change change) {
        return clock.at(change.at(), () -> Actor.system(Actor.current().tenant(), History.PIPELINE).call(() -> changes.record(new ChangeForm(
                change.service(), change.kind(), change.version(), change.previous(), change.summary(), null, change.at()))));
    }

    /** @return the number of the incident */
    int play(Episode episode, IngestKey key, Map<String, Person> people) {
        var number = new AtomicInteger();
        var steps = new ArrayList<Step>();
        for (Shot shot : episode.shots()) {
            steps.add(new Step(shot.fired(), () -> fire(shot, episode, key, number)));
            if (shot.over() != null) {
                steps.add(new Step(shot.over(), () -> recover(shot, episode, key)));
            }
        }
        episode.acts().forEach(act -> steps.add(new Step(act.at(), () -> act(act, number.get(), people))));
        steps.sort(Comparator.comparing(Step::at));
        steps.forEach(step -> clock.at(step.at(), () -> {
            step.work().run();
            return null;
        }));
        return number.get();
    }

    private void fire(Shot shot, Episode episode, IngestKey key, AtomicInteger number) {
        intake.accept(key, "alertmanager", new AlertmanagerBody(shot, episode.service()).bytes(false));
        Actor.system(key.tenant(), History.OPENING).run(opening::openForOutstanding);
        number.set(incidents.openOfService(episode.service()).orElseThrow().number());
    }

    private void recover(Shot shot, Episode episode, IngestKey key) {
        UUID receipt = intake.accept(key, "alertmanager", new AlertmanagerBody(shot, episode.service()).bytes(true)).receipt();
        Actor.system(key.tenant(), History.RECOVERY).run(() -> recovery.tellOf(List.of(receipt)));
    }

    private void act(Act act, int number, Map<String, Person> people) {
        Person person = people.get(act.by());
        Actor now = Actor.current();
        new Actor(now.tenant(), person.id(), person.name(), person.email(), now.permissions(), null, null, null).run(() -> {
            switch (act.verb()) {
                case TAKE -> details.assign(number, person.id());
                case HAND_OVER -> details.assign(number, people.get(act.text()).id());
                case INVESTIGATE -> lives.investigate(number, act.text());
                case NOTE -> details.note(number, act.text());
                case TAG -> details.tag(number, act.text());
                case RESOLVE -> lives.resolve(number, act.text());
                case LOG -> evidence.log(number, "connection_errors.log", act.text(), "From one pod, since the deploy");
            }
        });
    }
}
