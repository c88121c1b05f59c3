package com.srecopilot.incident.status;

import java.net.URI;
import java.time.Instant;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** Status updates for programs. */
@RestController
@RequestMapping("/api/v1/incidents/{number}/status-updates")
class StatusApi {

    private final StatusUpdates updates;

    StatusApi(StatusUpdates updates) {
        this.updates = updates;
    }

    @GetMapping
    @Needs("incidents:read")
    Slice<StatusUpdate> list(@PathVariable IncidentNumber number, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        return updates.of(number.value(), cursor, Slice.limit(limit));
    }

    @PostMapping
    @Needs("incidents:write")
    ResponseEntity<StatusUpdate> post(@PathVariable IncidentNumber number, @RequestBody NewStatus status) {
        StatusUpdate posted = updates.post(number.value(), status.state(), status.text(), status.nextUpdateAt());
        return ResponseEntity.created(URI.create("/api/v1/incidents/" + number.value() + "/status-updates")).body(posted);
    }

    record NewStatus(String state, String text, @JsonProperty("next_update_at") Instant nextUpdateAt) {
    }
}
