package com.srecopilot.incident.api;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentDetails;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.IncidentTimeline;
import com.srecopilot.incident.TimelineEntry;
import com.srecopilot.incident.TimelineKind;
import com.srecopilot.tenancy.Needs;

/** What people wrote on the timeline, for programs. */
@RestController
@RequestMapping("/api/v1/incidents/{number}/comments")
class CommentApi {

    private final IncidentTimeline timeline;
    private final IncidentDetails details;

    CommentApi(IncidentTimeline timeline, IncidentDetails details) {
        this.timeline = timeline;
        this.details = details;
    }

    @GetMapping
    @Needs("incidents:read")
    Slice<Comment> list(@PathVariable IncidentNumber number, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        Slice<TimelineEntry> entries = timeline.of(number.value(), TimelineKind.COMMENT_ADDED.word(), cursor, Slice.limit(limit));
        Map<UUID, Map<String, Object>> facts = timeline.factsOf(entries.items());
        return entries.map(entry -> new Comment(entry.id(), entry.at(), entry.actor(), String.valueOf(facts.get(entry.id()).get("note"))));
    }

    @PostMapping
    @Needs("incidents:write")
    ResponseEntity<Comment> add(@PathVariable IncidentNumber number, @Valid @RequestBody NewComment comment) {
        details.note(number.value(), comment.text().strip());
        Comment added = list(number, null, 1).items().get(0);
        return ResponseEntity.created(URI.create("/api/v1/incidents/" + number.value() + "/comments")).body(added);
    }

    record NewComment(@NotBlank(message = "is needed") @Size(max = 5000, message = "has 5000 characters at most") String text) {
    }

    record Comment(UUID id, Instant at, String author, String text) {
    }
}
