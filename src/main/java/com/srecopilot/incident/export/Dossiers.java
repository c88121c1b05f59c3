package com.srecopilot.incident.export;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertJson;
import com.srecopilot.alert.Alerts;
import com.srecopilot.catalog.ChangeView;
import com.srecopilot.catalog.Changes;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentCard;
import com.srecopilot.incident.IncidentCards;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.TimelineEntry;
import com.srecopilot.incident.api.IncidentJson;
import com.srecopilot.incident.evidence.EvidenceJson;
import com.srecopilot.incident.evidence.IncidentEvidence;
import com.srecopilot.incident.status.StatusUpdates;
import com.srecopilot.incident.work.LinkedChanges;
import com.srecopilot.tenancy.Actor;

/** Gathers dossiers. */
@Service
class Dossiers {

    static final int MOST_ENTRIES = 20_000;
    private static final int MOST_UPDATES = 200;

    private final Incidents incidents;
    private final IncidentCards cards;
    private final IncidentTimeline timeline;
    private final Alerts alerts;
    private final Changes changes;
    private final LinkedChanges linked;
    private final IncidentEvidence evidence;
    private final StatusUpdates updates;
    private final Clock clock;

    Dossiers(Incidents incidents, IncidentCards cards, IncidentTimeline timeline, Alerts alerts, Changes changes,
            LinkedChanges linked, IncidentEvidence evidence, StatusUpdates updates, Clock clock) {
        this.incidents = incidents;
        this.cards = cards;
        this.timeline = timeline;
        this.alerts = alerts;
        this.changes = changes;
        this.linked = linked;
        this.evidence = evidence;
        this.updates = updates;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such incident */
    @Transactional(readOnly = true)
    Dossier of(int number) {
        IncidentView incident = incidents.get(number);
        IncidentCard card = cards.of(incident);
        Slice<TimelineEntry> entries = timeline.of(number, "", null, MOST_ENTRIES);
        return new Dossier(clock.instant(), Actor.current().name(), IncidentJson.of(incident),
                card.assignee() == null ? null : card.assignee().name(),
                alerts.ofIncident(incident.reference()).stream().map(AlertJson::of).toList(),
                changesOf(incident), evidence.all(number).stream().map(EvidenceJson::of).toList(),
                updates.of(number, null, MOST_UPDATES).items(), lines(entries.items()), entries.total());
    }

    private List<ChangeView> changesOf(IncidentView incident) {
        return linked.of(incident.id()).stream().map(changes::find).flatMap(Optional::stream)
                .sorted(Comparator.comparing(ChangeView::at)).toList();
    }

    private List<Dossier.Line> lines(List<TimelineEntry> newestFirst) {
        List<TimelineEntry> entries = new ArrayList<>(newestFirst);
        Collections.reverse(entries);
        Map<UUID, Map<String, Object>> facts = timeline.factsOf(entries);
        return entries.stream().map(entry -> new Dossier.Line(entry.at(), entry.kind(), entry.actor(), entry.actorId() != null,
                entry.text(), entry.note(), facts.get(entry.id()))).toList();
    }
}
