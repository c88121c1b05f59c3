package com.srecopilot.hypothesis;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.hypothesis.HypothesisEvent.Judged;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.People;
import com.srecopilot.identity.Stale;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;
import com.srecopilot.tenancy.ReadOnce;

/** The suspected causes of incidents: what the engine makes of the facts, and what people make of that. */
@Service
public class Hypotheses {

    private final Incidents incidents;
    private final HypothesisRepository hypotheses;
    private final HypothesisRunRepository runs;
    private final Examination examination;
    private final IncidentTimeline timeline;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ReadOnce<Integer, HypothesesView> views = new ReadOnce<>(this::read);

    Hypotheses(Incidents incidents, HypothesisRepository hypotheses, HypothesisRunRepository runs, Examination examination,
            IncidentTimeline timeline, People people, Clock clock, ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.hypotheses = hypotheses;
        this.runs = runs;
        this.examination = examination;
        this.timeline = timeline;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /** @throws NotFound when there is no such incident */
    @Transactional(readOnly = true)
    public HypothesesView of(int number) {
        return views.get(number);
    }

    /** What people validated as the causes of incidents, by number: of each the likeliest. */
    @Transactional(readOnly = true)
    public Map<Integer, String> validated(Collection<Integer> numbers) {
        return numbers.isEmpty() ? Map.of() : hypotheses.findByIncidentNumberInAndState(numbers, HypothesisState.VALIDATED).stream()
                .sorted(Comparator.comparing(Hypothesis::rank).thenComparing(Hypothesis::id))
                .collect(Collectors.toMap(Hypothesis::incidentNumber, Hypothesis::claim, (likeliest, other) -> likeliest));
    }

    /** @throws NotFound when the incident has no such hypothesis */
    @Transactional(readOnly = true)
    public HypothesisView get(int number, UUID id) {
        return view(known(number, id));
    }

    /**
     * Has the engine look now, as the current actor. Each suspicion is committed, and seen by open pages, as it is found;
     * what people have judged stays as it is.
     *
     * @throws NotFound when there is no such incident
     */
    public void generate(int number) {
        examination.run(number);
    }

    /**
     * As {@link #generate}, of an incident that is over: in one transaction, and open pages are not told.
     *
     * @return how many causes are suspected
     * @throws NotFound when there is no such incident
     */
    public int lookBack(int number) {
        return examination.lookBack(number);
    }

    /**
     * @param reason may be null or blank
     * @throws Stale when somebody has judged it otherwise
     */
    @Transactional
    public HypothesisView validate(int number, UUID id, String reason) {
        Hypothesis hypothesis = known(number, id);
        if (refuseIfJudged(hypothesis, HypothesisState.VALIDATED)) {
            hypothesis.validate(Actor.current().id(), clock.instant(), blankAsNull(reason));
            judged(hypothesis, TimelineKind.HYPOTHESIS_VALIDATED, "Hypothesis " + hypothesis.rank() + " validated: " + hypothesis.claim(), reason);
        }
        return view(hypothesis);
    }

    /** @throws Stale when somebody has judged it otherwise */
    @Transactional
    public HypothesisView reject(int number, UUID id, String reason) {
        Hypothesis hypothesis = known(number, id);
        if (refuseIfJudged(hypothesis, HypothesisState.REJECTED)) {
            hypothesis.reject(Actor.current().id(), clock.instant(), reason.strip());
            judged(hypothesis, TimelineKind.HYPOTHESIS_REJECTED, "Hypothesis " + hypothesis.rank() + " rejected: " + hypothesis.claim(), reason);
        }
        return view(hypothesis);
    }

    /** Opens it again; nothing happens when nobody has judged it. */
    @Transactional
    public HypothesisView takeBack(int number, UUID id) {
        Hypothesis hypothesis = known(number, id);
        if (hypothesis.isJudged()) {
            String before = hypothesis.state().word();
            hypothesis.takeBack();
            String text = "Hypothesis " + hypothesis.rank() + " is open again, no longer " + before + ": " + hypothesis.claim();
            judged(hypothesis, TimelineKind.HYPOTHESIS_GENERATED, text, null);
        }
        return view(hypothesis);
    }

    /** @return whether there is something to do: the same verdict twice is one */
    private boolean refuseIfJudged(Hypothesis hypothesis, HypothesisState verdict) {
        if (hypothesis.isJudged() && hypothesis.state() != verdict) {
            throw new Stale(people.named(hypothesis.verdictBy()).name() + " has " + hypothesis.state().word()
                    + " this hypothesis. Take that back first.");
        }
        return !hypothesis.isJudged();
    }

    private void judged(Hypothesis hypothesis, TimelineKind kind, String text, String reason) {
        UUID tenant = Actor.current().tenant();
        int number = hypothesis.incidentNumber();
        hypotheses.save(hypothesis);
        timeline.tell(number, Telling.of(kind, text).with("note", blankAsNull(reason))
                .with("hypothesis", hypothesis.id().toString())
                .with("url", "/incidents/" + number + "#hypothesis-" + hypothesis.id()));
        events.publishEvent(new Judged(tenant, number, hypothesis.id(), hypothesis.state().word(),
                Changes.of("state", null, hypothesis.state().word())));
    }

    private HypothesesView read(int number) {
        incidents.get(number);
        List<HypothesisView> items = hypotheses.findByIncidentNumber(number).stream().map(this::view).toList();
        return runs.findByIncidentNumber(number)
                .map(run -> HypothesesView.of(number, items, run.isRunning(clock.instant()), run.abstainedReason(), run.startedAt(), run.finishedAt()))
                .orElseGet(() -> HypothesesView.of(number, items, false, null, null, null));
    }

    private Hypothesis known(int number, UUID id) {
        IncidentView incident = incidents.get(number);
        return hypotheses.findByIncidentNumberAndId(number, id)
                .orElseThrow(() -> new NotFound("This hypothesis of " + incident.reference()));
    }

    private HypothesisView view(Hypothesis hypothesis) {
        return hypothesis.view(hypothesis.isJudged() ? people.named(hypothesis.verdictBy()).name() : null);
    }

    private static String blankAsNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
