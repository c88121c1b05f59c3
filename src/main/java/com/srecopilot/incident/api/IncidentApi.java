package com.srecopilot.incident.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.IncidentService;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.list.IncidentFilter;
import com.srecopilot.incident.list.IncidentSearch;
import com.srecopilot.tenancy.Needs;

/** Incidents for programs. */
@RestController
@RequestMapping("/api/v1/incidents")
class IncidentApi {

    private final Incidents incidents;
    private final IncidentService lives;
    private final IncidentSearch search;
    private final IncidentPatching patching;

    IncidentApi(Incidents incidents, IncidentService lives, IncidentSearch search, IncidentPatching patching) {
        this.incidents = incidents;
        this.lives = lives;
        this.search = search;
        this.patching = patching;
    }

    @GetMapping
    @Needs("incidents:read")
    Slice<IncidentJson> list(@RequestParam(required = false) List<String> state, @RequestParam(required = false) List<String> severity,
            @RequestParam(name = "service", required = false) List<String> service,
            @RequestParam(name = "assigned_to", required = false) List<String> assignee, @RequestParam(required = false) String q,
            @RequestParam(required = false) Instant from, @RequestParam(required = false) Instant to,
            @RequestParam(required = false) String cursor, @RequestParam(required = false) Integer limit) {
        var filter = new IncidentFilter(state, severity, service, assignee, q, Moments.reasonable("from", from), Moments.reasonable("to", to));
        return search.newestFirst(filter, cursor, Slice.limit(limit)).map(IncidentJson::of);
    }

    @PostMapping
    @Needs("incidents:write")
    ResponseEntity<IncidentJson> open(@Valid @RequestBody NewIncident incident) {
        IncidentJson opened = IncidentJson.of(lives.open(incident.draft()));
        return ResponseEntity.created(URI.create("/api/v1/incidents/" + opened.number())).body(opened);
    }

    @GetMapping("/{number}")
    @Needs("incidents:read")
    IncidentJson one(@PathVariable IncidentNumber number) {
        return IncidentJson.of(incidents.get(number.value()));
    }

    @PatchMapping("/{number}")
    @Needs("incidents:write")
    IncidentJson change(@PathVariable IncidentNumber number, @Valid @RequestBody IncidentPatch patch) {
        patching.apply(number.value(), patch);
        return IncidentJson.of(incidents.get(number.value()));
    }

    @DeleteMapping("/{number}")
    @Needs("incidents:delete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable IncidentNumber number) {
        lives.delete(number.value());
    }
}
