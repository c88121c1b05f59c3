package com.srecopilot.hypothesis;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.tenancy.Needs;

/** The suspected causes of an incident, for programs. */
@RestController
@RequestMapping("/api/v1/incidents/{number}/hypotheses")
class HypothesisApi {

    private final Hypotheses hypotheses;

    HypothesisApi(Hypotheses hypotheses) {
        this.hypotheses = hypotheses;
    }

    @GetMapping
    @Needs("hypotheses:read")
    Answer list(@PathVariable IncidentNumber number) {
        return Answer.of(hypotheses.of(number.value()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs("hypotheses:write")
    Answer generate(@PathVariable IncidentNumber number) {
        hypotheses.generate(number.value());
        return Answer.of(hypotheses.of(number.value()));
    }

    record Answer(List<Item> items, List<Item> discarded, String status, Abstained abstained) {

        static Answer of(HypothesesView panel) {
            return new Answer(all(panel.items()), all(panel.discarded()), panel.running() ? "running" : "done",
                    panel.abstained() == null ? null : new Abstained(panel.abstained(), panel.finishedAt()));
        }
    }

    private static List<Item> all(List<HypothesisView> causes) {
        return causes.stream().map(Item::of).toList();
    }

    record Abstained(String reason, Instant at) {
    }

    record Item(UUID id, int rank, String claim, String description, @JsonProperty("confidence_score") double confidence, String state,
            String service, List<Cited> evidence, HypothesisView.Verdict verdict, HypothesisView.Withdrawal withdrawn) {

        static Item of(HypothesisView cause) {
            return new Item(cause.id(), cause.rank(), cause.claim(), cause.description(), cause.confidence().value(), cause.state(),
                    cause.service(), cause.evidence().stream().map(fact -> new Cited(fact.kind(), fact.text(), fact.url())).toList(),
                    cause.verdict(), cause.withdrawn());
        }
    }

    record Cited(String kind, String text, String url) {
    }
}
