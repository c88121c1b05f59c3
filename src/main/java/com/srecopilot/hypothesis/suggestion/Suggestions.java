package com.srecopilot.hypothesis.suggestion;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.hypothesis.similar.Words;
import com.srecopilot.identity.NotFound;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** What is suggested of incidents when they open. To accept is to rate or tag the incident, as people do. */
@Service
class Suggestions {

    private final Incidents incidents;
    private final TenantExperience experience;
    private final SuggestionStore store;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Suggestions(Incidents incidents, TenantExperience experience, SuggestionStore store, Clock clock, ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.experience = experience;
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /** What still stands of it. */
    @Transactional(readOnly = true)
    List<Suggestion> of(IncidentView incident) {
        return store.of(incident.number()).stream().filter(suggestion -> suggestion.standsFor(incident)).toList();
    }

    /** Says what it thinks of incidents that just opened, once each. */
    @Transactional
    void suggest(Collection<Integer> numbers) {
        Experience own = experience.current();
        numbers.stream().map(incidents::find).flatMap(Optional::stream).filter(IncidentView::open).forEach(incident -> {
            add(incident, Aspect.SEVERITY, incident.severity(), own.severity(incident));
            add(incident, Aspect.CATEGORY, "", own.category(incident));
        });
    }

    private void add(IncidentView incident, Aspect aspect, String given, Optional<Guess> guess) {
        Map<String, String> spelled = Words.spelled(incident.title() + " " + incident.description());
        store.add(new Suggestion(incident.number(), aspect.word(), given, guess.map(Guess::value).orElse(null), guess.map(Guess::confidence).orElse(0.0),
                guess.map(Guess::words).orElse(List.of()).stream().map(word -> spelled.getOrDefault(word, word)).toList(), false), clock.instant());
    }

    /**
     * Nobody is asked again. Twice is once.
     *
     * @throws NotFound when nothing of the kind was suggested of the incident
     */
    @Transactional
    void dismiss(int number, Aspect aspect) {
        IncidentView incident = incidents.get(number);
        Suggestion dismissed = store.of(number).stream().filter(each -> each.aspect().equals(aspect.word()) && each.value() != null).findFirst()
                .orElseThrow(() -> new NotFound("A suggested " + aspect.word() + " of " + incident.reference()));
        if (store.dismiss(number, aspect, Actor.current().id(), clock.instant())) {
            events.publishEvent(new SuggestionDismissed(Actor.current().tenant(), number, Changes.of(aspect.word(), dismissed.value(), null)));
        }
    }
}
