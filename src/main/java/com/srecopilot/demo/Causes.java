package com.srecopilot.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import jakarta.persistence.EntityManager;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.demo.story.Episode;
import com.srecopilot.demo.story.Episode.Change;
import com.srecopilot.demo.story.Episode.Verb;
import com.srecopilot.hypothesis.Hypotheses;
import com.srecopilot.hypothesis.HypothesisView;
import com.srecopilot.identity.Person;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.ProductClock;

/** Has the engine look at every incident, as of then, and people say what it was and was not. */
@Component
@Profile("demo")
class Causes {

    private static final Duration BEFORE = Duration.ofMinutes(25);
    /** By then all alerts have joined. */
    private static final Duration LOOKED_AT = Duration.ofSeconds(150);
    private static final List<String> RIGHT = List.of("Matches what we saw.", "It ended when we undid it.", "Confirmed in the post-mortem.", "", "", "", "");
    private static final List<String> WRONG = List.of("Errors began before it.", "Undone first, and nothing changed.", "It was healthy all along; it only felt ours.",
            "That one was still at 5 % of traffic.", "Same alert, other reason.");

    private final Hypotheses hypotheses;
    private final ProductClock clock;
    private final EntityManager entities;

    Causes(Hypotheses hypotheses, ProductClock clock, EntityManager entities) {
        this.hypotheses = hypotheses;
        this.clock = clock;
        this.entities = entities;
    }

    /** In the current transaction. @param episodes in order of their numbers, from 1 */
    void explain(List<Episode> episodes, List<Change> changes, Map<String, Person> people, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < episodes.size(); i++) {
            Episode episode = episodes.get(i);
            int number = i + 1;
            at(episode.start().plus(LOOKED_AT), Actor.system(Actor.current().tenant(), "engine"), () -> hypotheses.lookBack(number));
            episode.acts().stream().filter(act -> act.verb() == Verb.RESOLVE).findFirst()
                    .ifPresent(resolved -> at(resolved.at().plusSeconds(90), actor(people.get(resolved.by())), () ->
                            judge(number, episode.service(), cause(episode, changes), random)));
            entities.flush();
            entities.clear(); // Each would be compared at every query of those after it.
        }
    }

    private static Actor actor(Person person) {
        Actor current = Actor.current();
        return new Actor(current.tenant(), person.id(), person.name(), person.email(), current.permissions(), null, null, null);
    }

    /** The story knows what it was; now and then nobody says so. */
    private void judge(int number, String service, Change cause, Random random) {
        List<HypothesisView> suspected = hypotheses.of(number).items();
        boolean busy = random.nextInt(100) < 18;
        if (suspected.isEmpty() || busy) {
            return;
        }
        Optional<HypothesisView> right = suspected.stream().filter(each -> cause == null
                ? each.service().equals(service) && !each.evidence().get(0).kind().equals("change") : each.claim().contains(cause.version())).findFirst();
        HypothesisView first = suspected.get(0);
        if (!right.filter(first::equals).isPresent() && random.nextInt(100) < 70) {
            hypotheses.reject(number, first.id(), WRONG.get(random.nextInt(WRONG.size())));
        }
        right.ifPresent(it -> hypotheses.validate(number, it.id(), RIGHT.get(random.nextInt(RIGHT.size()))));
    }

    private static Change cause(Episode episode, List<Change> changes) {
        return changes.stream().filter(change -> change.service().equals(episode.service()) && change.kind().equals("deployment")
                && change.at().isBefore(episode.start()) && change.at().isAfter(episode.start().minus(BEFORE))).findFirst().orElse(null);
    }

    /** Has the engine look at one, as of then. */
    void look(int number, Instant moment) {
        at(moment, Actor.system(Actor.current().tenant(), "engine"), () -> hypotheses.generate(number));
    }

    private void at(Instant moment, Actor actor, Runnable work) {
        clock.at(moment, () -> {
            actor.run(work);
            return null;
        });
    }
}
