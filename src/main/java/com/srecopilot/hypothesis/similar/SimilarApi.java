package com.srecopilot.hypothesis.similar;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** Similar incidents, for programs. */
@RestController
class SimilarApi {

    private final SimilarIncidents similar;
    private final Incidents incidents;

    SimilarApi(SimilarIncidents similar, Incidents incidents) {
        this.similar = similar;
        this.incidents = incidents;
    }

    @GetMapping("/api/v1/incidents/{number}/similar")
    @Needs("incidents:read")
    Answer list(@PathVariable IncidentNumber number) {
        return new Answer(similar.of(incidents.get(number.value())).stream().map(Item::of).toList());
    }

    record Answer(List<Item> items) {
    }

    record Item(int number, String title, String severity, String state, @JsonProperty("service_name") String service,
            @JsonProperty("detected_at") Instant detectedAt, double score, List<String> reasons, @JsonProperty("validated_cause") String cause) {

        private static Item of(SimilarIncident similar) {
            var incident = similar.incident();
            return new Item(incident.number(), incident.title(), incident.severity(), incident.state(), incident.serviceName(),
                    incident.detectedAt(), Math.round(similar.score() * 1000) / 1000.0, similar.reasons(), similar.cause());
        }
    }
}
