package com.srecopilot.incident.api;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.TimelineEntry;
import com.srecopilot.tenancy.Needs;

/** The timeline for programs. */
@RestController
@RequestMapping("/api/v1/incidents/{number}/timeline")
class TimelineApi {

    private final IncidentTimeline timeline;

    TimelineApi(IncidentTimeline timeline) {
        this.timeline = timeline;
    }

    @GetMapping
    @Needs("incidents:read")
    Slice<EntryJson> list(@PathVariable IncidentNumber number, @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        Slice<TimelineEntry> entries = timeline.of(number.value(), kind, cursor, Slice.limit(limit));
        Map<UUID, Map<String, Object>> facts = timeline.factsOf(entries.items());
        return entries.map(entry -> new EntryJson(entry.id(), entry.at(), entry.kind(), entry.actor(), entry.text(), facts.get(entry.id())));
    }

    record EntryJson(UUID id, Instant at, String kind, String actor, String text, Map<String, Object> data) {
    }
}
