package com.srecopilot.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** The life of an incident: declared, investigated, resolved, reopened, deleted. */
@Service
public class IncidentService {

    private final IncidentRepository repository;
    private final Incidents incidents;
    private final IncidentTimeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentService(IncidentRepository repository, Incidents incidents, IncidentTimeline timeline,
            ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.incidents = incidents;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Opens an incident, now. */
    @Transactional
    public IncidentView open(IncidentDraft draft) {
        return open(List.of(draft)).get(0);
    }

    /** The same of many at once, in their order and few statements. */
    @Transactional
    public List<IncidentView> open(List<IncidentDraft> drafts) {
        int number = drafts.isEmpty() ? 0 : repository.takeNumbers(drafts.size()) - drafts.size();
        List<IncidentView> opened = new ArrayList<>();
        for (IncidentDraft draft : drafts) {
            opened.add(repository.save(new Incident(++number, draft, clock.instant())).view());
        }
        Telling telling = Telling.of(TimelineKind.INCIDENT_OPENED, "Incident opened").with("state", IncidentState.DETECTED.word());
        timeline.tell(opened.stream().collect(Collectors.toMap(IncidentView::number, incident -> List.of(telling))));
        opened.forEach(incident -> events.publishEvent(new IncidentEvent.Opened(tenant(), incident.number(), Changes.created(
                Map.of("title", incident.title(), "severity", incident.severity(), "service_name", incident.serviceName())))));
        return opened;
    }

    /** @param note what the person has to say about it, or null */
    @Transactional
    public void investigate(int number, String note) {
        move(number, Incident::investigate, "Investigation started", note);
    }

    @Transactional
    public void resolve(int number, String note) {
        move(number, Incident::resolve, "Resolved", note);
    }

    /** It is over, and nobody had to come. @param why for its timeline */
    @Transactional
    public void subside(int number, String why) {
        move(number, Incident::subside, "Resolved without a person", why);
    }

    @Transactional
    public void reopen(int number, String note) {
        move(number, (incident, at) -> incident.reopen(), "Reopened", note);
    }

    /** Alerts of these severities joined: incidents, by number, get worse, unless a person has said how bad they are. */
    @Transactional
    public void worsen(Map<Integer, Severity> severities) {
        for (Incident incident : repository.findByNumberIn(severities.keySet())) {
            String before = incident.severity().word();
            Severity severity = severities.get(incident.number());
            if (incident.worsen(severity)) {
                timeline.tell(incident.number(), Telling.of(TimelineKind.SEVERITY_CHANGED, "Severity raised to " + severity.word() + " by its alerts"));
                events.publishEvent(new IncidentEvent.Edited(tenant(), incident.number(), Changes.of("severity", before, severity.word())));
            }
        }
    }

    /** Removes it from every list. Its alerts and its audit records stay. */
    @Transactional
    public void delete(int number) {
        Incident incident = incidents.known(number);
        incident.delete(clock.instant());
        events.publishEvent(new IncidentEvent.Deleted(tenant(), number, Changes.of("title", incident.title(), null)));
    }

    private void move(int number, BiConsumer<Incident, Instant> verb, String text, String note) {
        Incident incident = incidents.known(number);
        String before = incident.state().word();
        verb.accept(incident, clock.instant());
        String after = incident.state().word();
        timeline.tell(number, Telling.of(TimelineKind.STATE_CHANGED, text).with("note", note).with("from", before).with("state", after));
        events.publishEvent(new IncidentEvent.StateChanged(tenant(), number, after, Changes.of("state", before, after)));
    }

    private static UUID tenant() {
        return Actor.current().tenant();
    }
}
