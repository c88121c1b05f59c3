package com.srecopilot.incident.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.Telling;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** The evidence of an incident: added, removed, read. The timeline tells of both. */
@Service
public class IncidentEvidence {

    private static final int MOST = 10_000;

    private final EvidenceRows rows;
    private final EvidenceContents contents;
    private final Incidents incidents;
    private final IncidentTimeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentEvidence(EvidenceRows rows, EvidenceContents contents, Incidents incidents, IncidentTimeline timeline,
            ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.contents = contents;
        this.incidents = incidents;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** All of them, or none. */
    @Transactional
    List<Evidence> add(int number, List<NewEvidence> pieces) {
        IncidentView incident = incidents.get(number);
        List<Evidence> added = new ArrayList<>();
        for (NewEvidence piece : pieces) {
            UUID id = UUID.randomUUID();
            rows.insert(id, incident.id(), piece, keep(id, piece), clock.instant(), Actor.current().name());
            Evidence evidence = get(number, id);
            added.add(evidence);
            timeline.tell(number, Telling.of(TimelineKind.EVIDENCE_ADDED, evidence.name() + " added").with("note", evidence.note())
                    .with("url", evidence.page()).with("evidence", id.toString()));
            changed(number, Changes.created(Map.of("evidence", evidence.name(), "bytes", evidence.bytes())));
        }
        return added;
    }

    private String keep(UUID id, NewEvidence piece) {
        if (piece.content() == null) {
            return null;
        }
        Contents store = contents.chosen();
        try {
            store.keep(id, piece.content(), piece.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store.name();
    }

    /** For good. */
    @Transactional
    void remove(int number, UUID id) {
        Evidence evidence = get(number, id);
        if (evidence.store() != null) {
            contents.of(evidence).discard(id);
        }
        rows.delete(id);
        timeline.tell(number, Telling.of(TimelineKind.EVIDENCE_REMOVED, evidence.name() + " removed").with("evidence", id.toString()));
        changed(number, Changes.of("evidence", evidence.name(), null));
    }

    /** All of it goes along when an incident is merged. @return how many pieces */
    @Transactional
    public int move(int from, int to) {
        return rows.move(incidents.get(from).id(), incidents.get(to).id());
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Slice<Evidence> of(int number, String cursor, int limit) {
        IncidentView incident = incidents.get(number);
        return Slice.of(rows.before(number, cursor, limit + 1), limit, rows.count(incident.id()),
                evidence -> new Cursor(evidence.addedAt(), evidence.id()));
    }

    /** Newest first, ten thousand at most. */
    @Transactional(readOnly = true)
    public List<Evidence> all(int number) {
        return rows.before(number, null, MOST);
    }

    /** @throws NotFound when the incident has no such evidence */
    @Transactional(readOnly = true)
    Evidence get(int number, UUID id) {
        return rows.find(number, id).orElseThrow(() -> new NotFound("That evidence"));
    }

    /** Where it went when its incident was merged; its own incident otherwise. */
    @Transactional(readOnly = true)
    int home(int number, UUID id) {
        return rows.incidentOf(id).orElse(number);
    }

    /** @throws NotFound when it has none */
    @Transactional(readOnly = true)
    byte[] preview(int number, UUID id) {
        return rows.preview(get(number, id).id()).orElseThrow(() -> new NotFound("A preview"));
    }

    private void changed(int number, Changes changes) {
        events.publishEvent(new IncidentEvent.EvidenceChanged(Actor.current().tenant(), number, changes));
    }
}
