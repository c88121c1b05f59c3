package com.srecopilot.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.demo.story.Episode;
import com.srecopilot.demo.story.Episode.Act;
import com.srecopilot.demo.story.Episode.Change;
import com.srecopilot.demo.story.Episode.Verb;
import com.srecopilot.hypothesis.Hypotheses;
import com.srecopilot.identity.Person;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.ProductClock;

/** Has the engine look at the latest releases that broke something, as of then, and people say that it was right. */
@Component
@Profile("demo")
class Causes {

    private static final int MOST = 10;
    private static final Duration BEFORE = Duration.ofMinutes(25);
    /** By then all alerts have joined. */
    private static final Duration LOOKED_AT = Duration.ofSeconds(150);

    private final Hypotheses hypotheses;
    private final ProductClock clock;

    Causes(Hypotheses hypotheses, ProductClock clock) {
        this.hypotheses = hypotheses;
        this.clock = clock;
    }

    /** @param episodes in order of their numbers, from 1 */
    void explain(List<Episode> episodes, List<Change> changes, Map<String, Person> people) {
        Set<String> since = new HashSet<>();
        int explained = 0;
        for (int i = episodes.size() - 1; i >= 0 && explained < MOST; i--) {
            Episode episode = episodes.get(i);
            Set<String> keys = keys(episode);
            // What the engine remembers of an alert must not have happened later.
            boolean latest = keys.stream().noneMatch(since::contains) && episode.end() != null;
            since.addAll(keys);
            Change cause = latest ? cause(episode, changes) : null;
            if (cause != null) {
                explain(i + 1, episode, cause, people);
                explained++;
            }
        }
    }

    private static Set<String> keys(Episode episode) {
        return episode.shots().stream().map(shot -> new AlertmanagerBody(shot, episode.service()).fingerprint()).collect(Collectors.toSet());
    }

    private static Change cause(Episode episode, List<Change> changes) {
        return changes.stream().filter(change -> change.service().equals(episode.service()) && change.kind().equals("deployment")
                && change.at().isBefore(episode.start()) && change.at().isAfter(episode.start().minus(BEFORE))).findFirst().orElse(null);
    }

    private void explain(int number, Episode episode, Change cause, Map<String, Person> people) {
        Actor current = Actor.current();
        at(episode.start().plus(LOOKED_AT), Actor.system(current.tenant(), "engine"), () -> hypotheses.generate(number));
        Act resolved = episode.acts().stream().filter(act -> act.verb() == Verb.RESOLVE).findFirst().orElseThrow();
        Person person = people.get(resolved.by());
        var they = new Actor(current.tenant(), person.id(), person.name(), person.email(), current.permissions(), null, null, null);
        hypotheses.of(number).items().stream().filter(each -> each.claim().contains(cause.version())).findFirst()
                .ifPresent(right -> at(resolved.at().plusSeconds(90), they, () -> hypotheses.validate(number, right.id(), null)));
    }

    private void at(Instant moment, Actor actor, Runnable work) {
        clock.at(moment, () -> {
            actor.run(work);
            return null;
        });
    }
}
