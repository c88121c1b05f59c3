package com.srecopilot.incident.merging;

import java.net.URI;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.incident.api.IncidentJson;
import com.srecopilot.tenancy.Needs;

/** Merging and splitting for programs. */
@RestController
@Needs("incidents:write")
@RequestMapping("/api/v1/incidents/{number}")
class MergingApi {

    private final IncidentMerging merging;
    private final Incidents incidents;

    MergingApi(IncidentMerging merging, Incidents incidents) {
        this.merging = merging;
        this.incidents = incidents;
    }

    /** Answers the incident where the work goes on. */
    @PostMapping("/merger")
    IncidentJson merge(@PathVariable IncidentNumber number, @Valid @RequestBody MergeForm merger) {
        merging.merge(number.value(), merger.target(), merger.reason().strip());
        return IncidentJson.of(incidents.get(merger.target()));
    }

    /** Answers the new incident. */
    @PostMapping("/split")
    ResponseEntity<IncidentJson> split(@PathVariable IncidentNumber number, @Valid @RequestBody NewSplit split) {
        int fresh = merging.split(number.value(), split.alerts(), split.title().strip(), split.reason().strip()).number();
        return ResponseEntity.created(URI.create("/api/v1/incidents/" + fresh)).body(IncidentJson.of(incidents.get(fresh)));
    }

    record NewSplit(@NotNull(message = "is needed") @Size(min = 1, max = 1000, message = "takes 1 to 1000") Set<UUID> alerts,
            @NotBlank(message = "is needed") @Size(min = 5, max = 200, message = "needs 5 to 200 characters") String title,
            @NotBlank(message = "is needed") @Size(max = 1000, message = "has 1000 characters at most") String reason) {
    }
}
