package com.srecopilot.incident.evidence;

import java.net.URI;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** Evidence for programs: multipart with {@code file}, or with the fields {@code link} or {@code log}; {@code name} and {@code note} if wanted. */
@RestController
@RequestMapping("/api/v1/incidents/{number}/evidence")
class EvidenceApi {

    private final IncidentEvidence evidence;
    private final EvidenceIntake intake;

    EvidenceApi(IncidentEvidence evidence, EvidenceIntake intake) {
        this.evidence = evidence;
        this.intake = intake;
    }

    @GetMapping
    @Needs("incidents:read")
    Slice<EvidenceJson> list(@PathVariable IncidentNumber number, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        return evidence.of(number.value(), cursor, Slice.limit(limit)).map(EvidenceJson::of);
    }

    /** Answers the first of what was added. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs("incidents:write")
    ResponseEntity<EvidenceJson> add(@PathVariable IncidentNumber number, EvidenceForm form) {
        EvidenceJson added = EvidenceJson.of(intake.take(number.value(), form).get(0));
        return ResponseEntity.created(URI.create("/api/v1/incidents/" + number.value() + "/evidence/" + added.id())).body(added);
    }

    @GetMapping("/{id}")
    @Needs("incidents:read")
    EvidenceJson one(@PathVariable IncidentNumber number, @PathVariable UUID id) {
        return EvidenceJson.of(evidence.get(number.value(), id));
    }

    @DeleteMapping("/{id}")
    @Needs("incidents:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable IncidentNumber number, @PathVariable UUID id) {
        evidence.remove(number.value(), id);
    }
}
