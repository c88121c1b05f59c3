package com.srecopilot.incident.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentEvent;
import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.realtime.Fragments;
import com.srecopilot.realtime.LiveListener;
import com.srecopilot.realtime.LiveMessage;
import com.srecopilot.realtime.LivePublisher;

/** The newest evidence on the incident's page, kept current; and what the pages of evidence show. */
@Component
class EvidencePages implements IncidentPanel {

    private static final int SHOWN = 6;
    private static final int PAGE = 24;

    private final IncidentEvidence evidence;
    private final EvidenceContents contents;
    private final Incidents incidents;
    private final EvidenceProperties properties;
    private final LivePublisher live;
    private final Fragments fragments;

    EvidencePages(IncidentEvidence evidence, EvidenceContents contents, Incidents incidents, EvidenceProperties properties,
            LivePublisher live, Fragments fragments) {
        this.evidence = evidence;
        this.contents = contents;
        this.incidents = incidents;
        this.properties = properties;
        this.live = live;
        this.fragments = fragments;
    }

    @Override
    public String zone() {
        return "story";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String fragment() {
        return "incident/evidence/_panel";
    }

    @Override
    public Object model(IncidentView incident) {
        return panel(incident.number(), AddForm.empty(incident.number()));
    }

    private Panel panel(int number, AddForm add) {
        Slice<Evidence> newest = evidence.of(number, null, SHOWN);
        long most = properties.largestFile().toBytes();
        return new Panel(number, newest.items(), newest.total(), add, most, Evidence.size(most));
    }

    @Transactional(readOnly = true)
    public Map<String, Object> list(int number, String cursor, AddForm add) {
        return Map.of("incident", incidents.get(number), "panel", panel(number, add), "found", evidence.of(number, cursor, PAGE));
    }

    /** @param part of a log, from 0 */
    public Map<String, Object> one(int number, UUID id, int part) {
        Evidence shown = evidence.get(number, id);
        var model = new HashMap<String, Object>(Map.of("incident", incidents.get(number), "evidence", shown));
        if (shown.readable()) {
            model.put("log", LogWindow.of(shown, part, contents));
        }
        return model;
    }

    @LiveListener
    CompletableFuture<Void> changed(IncidentEvent.EvidenceChanged event) {
        return live.publish(event.tenant(), () -> incidents.find(event.number()).stream().map(incident -> new LiveMessage(
                "incident:" + incident.number(), "head", fragments.render("incident/evidence/_list", Map.of("panel", model(incident))))).toList());
    }

    /** @param most bytes of a file, {@code mostText} in words */
    record Panel(int number, List<Evidence> shown, long total, AddForm add, long most, String mostText) {
    }
}
