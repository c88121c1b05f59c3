package com.srecopilot.hypothesis;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.hypothesis.HypothesisEvent.Generated;
import com.srecopilot.hypothesis.HypothesisEvent.RunFinished;
import com.srecopilot.hypothesis.HypothesisEvent.RunStarted;
import com.srecopilot.hypothesis.engine.Findings;
import com.srecopilot.hypothesis.engine.HypothesisEngine;
import com.srecopilot.hypothesis.engine.Situation;
import com.srecopilot.hypothesis.engine.Suspicion;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/**
 * One run of the engine over one incident. Every suspicion is committed by itself, so that pages see it as soon as it is
 * found. Doing it again, or twice at once, changes nothing that is known already.
 */
@Component
class Examination {

    private final HypothesisEngine engine = new HypothesisEngine();
    private final Surroundings surroundings;
    private final HypothesisRepository hypotheses;
    private final HypothesisRunRepository runs;
    private final Incidents incidents;
    private final IncidentTimeline timeline;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Examination(Surroundings surroundings, HypothesisRepository hypotheses, HypothesisRunRepository runs, Incidents incidents,
            IncidentTimeline timeline, TransactionTemplate transaction, Clock clock, ApplicationEventPublisher events) {
        this.surroundings = surroundings;
        this.hypotheses = hypotheses;
        this.runs = runs;
        this.incidents = incidents;
        this.timeline = timeline;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    void run(int number) {
        Arrangement before = transaction.execute(status -> {
            events.publishEvent(new RunStarted(tenant(), number));
            return begin(number);
        });
        Situation situation = transaction.execute(status -> surroundings.of(incidents.get(number)));
        Findings findings = engine.examine(situation, suspicion -> transaction.executeWithoutResult(status ->
                suspect(number, suspicion, before, hypotheses.findByIncidentNumberAndKey(number, suspicion.key())).ifPresent(changed -> generated(number, changed))));
        transaction.executeWithoutResult(status -> {
            List<Hypothesis> kept = finish(number, findings, before);
            boolean rearranged = !before.ids().equals(Arrangement.of(kept).ids());
            events.publishEvent(new RunFinished(tenant(), number, rearranged, Changes.created(Map.of("hypotheses", kept.size()))));
        });
    }

    /** As {@link #run}, of an incident that is over: at once, and not shown as it goes. @return how many causes are suspected */
    int lookBack(int number) {
        return transaction.execute(status -> {
            Arrangement before = begin(number);
            Map<String, Hypothesis> known = hypotheses.findByIncidentNumber(number).stream().collect(Collectors.toMap(Hypothesis::key, each -> each));
            Findings findings = engine.examine(surroundings.of(incidents.get(number)), suspicion ->
                    suspect(number, suspicion, before, Optional.ofNullable(known.get(suspicion.key()))));
            int kept = finish(number, findings, before).size();
            events.publishEvent(new LookedBack(tenant(), number, Changes.created(Map.of("hypotheses", kept))));
            return kept;
        });
    }

    private Arrangement begin(int number) {
        incidents.get(number);
        runs.open(number, clock.instant());
        HypothesisRun run = runs.findByIncidentNumber(number).orElseThrow();
        run.begin(clock.instant());
        runs.save(run);
        return Arrangement.of(hypotheses.findByIncidentNumber(number));
    }

    /** @return what that added or changed */
    private Optional<Hypothesis> suspect(int number, Suspicion suspicion, Arrangement before, Optional<Hypothesis> same) {
        if (same.isEmpty()) {
            Hypothesis added = hypotheses.save(new Hypothesis(number, suspicion, before.nextRank(), clock.instant()));
            before.append(added.id());
            return Optional.of(added);
        }
        return same.filter(known -> !known.isJudged() && known.restate(suspicion, before.nextRank())).map(hypotheses::save);
    }

    private void generated(int number, Hypothesis hypothesis) {
        Map<String, Object> what = Map.of("rank", hypothesis.rank(), "claim", hypothesis.claim());
        events.publishEvent(new Generated(tenant(), number, hypothesis.id(), Changes.created(what)));
    }

    private List<Hypothesis> finish(int number, Findings findings, Arrangement before) {
        List<Hypothesis> all = hypotheses.findByIncidentNumber(number);
        List<Hypothesis> suspected = all.stream().filter(each -> !each.isJudged() && !each.isWithdrawn()).toList();
        List<Hypothesis> kept = withdraw(all, findings, before);
        runs.findByIncidentNumber(number).ifPresent(run -> {
            run.finish(clock.instant(), kept.isEmpty() ? findings.abstained().orElse(null) : null);
            runs.save(run);
        });
        incidents.noteHypotheses(number, kept.size());
        tell(number, telling(kept, findings, suspected.stream().filter(Hypothesis::isWithdrawn).toList()));
        return kept;
    }

    /** What is suspected no longer is discarded, unless a person has judged it. @return the others */
    private List<Hypothesis> withdraw(List<Hypothesis> known, Findings findings, Arrangement before) {
        Set<String> keys = findings.suspicions().stream().map(Suspicion::key).collect(Collectors.toSet());
        Map<Boolean, List<Hypothesis>> all = known.stream()
                .collect(Collectors.partitioningBy(hypothesis -> hypothesis.isJudged() || keys.contains(hypothesis.key())));
        all.get(false).stream().sorted(Comparator.comparing(Hypothesis::rank).thenComparing(Hypothesis::id))
                .filter(gone -> gone.withdraw(clock.instant(), findings.whyNot(gone.key(), gone.service()), before.nextRank())).forEach(hypotheses::save);
        return all.get(true);
    }

    /** A run that finds the same as the one before adds nothing to the story; one that comes back to what was found earlier does. */
    private void tell(int number, Telling telling) {
        String outcome = telling.once() + "@";
        if (!timeline.latestKey(number, telling.kind()).orElse("").startsWith(outcome)) {
            timeline.tell(number, telling.once(outcome + clock.instant()));
        }
    }

    private static Telling telling(List<Hypothesis> kept, Findings findings, List<Hypothesis> discarded) {
        String gone = discarded.isEmpty() ? "" : discarded.stream().map(Hypothesis::claim).collect(Collectors.joining("; ", ". No longer suspected: ", ""));
        if (findings.suspicions().isEmpty()) {
            String reason = findings.abstained().orElseThrow();
            return Telling.of(TimelineKind.HYPOTHESIS_GENERATED, "No cause named. " + reason + (gone.isEmpty() ? "." : gone)).once("hypotheses:none:" + reason.hashCode());
        }
        String top = new Confidence(findings.suspicions().get(0).confidence()).percent() + " %";
        String text = kept.size() == 1 ? "1 hypothesis, at " + top : kept.size() + " hypotheses, the top one at " + top;
        String keys = findings.suspicions().stream().map(Suspicion::key).collect(Collectors.joining("\n"));
        return Telling.of(TimelineKind.HYPOTHESIS_GENERATED, text + gone).once("hypotheses:" + top + ":" + Integer.toHexString(keys.hashCode()));
    }

    private static UUID tenant() {
        return Actor.current().tenant();
    }
}
