package com.srecopilot.hypothesis.opinion;

import java.time.Instant;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** The language model's opinion, for programs: what it wrote so far while it is running. */
@RestController
@RequestMapping("/api/v1/incidents/{number}/opinion")
class OpinionApi {

    private final Opinions opinions;
    private final Incidents incidents;

    OpinionApi(Opinions opinions, Incidents incidents) {
        this.opinions = opinions;
        this.incidents = incidents;
    }

    @GetMapping
    @Needs("hypotheses:read")
    Answer show(@PathVariable IncidentNumber number) {
        return Answer.of(opinions.of(incidents.get(number.value())));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs("hypotheses:write")
    Answer ask(@PathVariable IncidentNumber number) {
        opinions.ask(number.value());
        return show(number);
    }

    /**
     * @param status none, running, done or failed
     * @param order ranks of the suspected causes as the model would have them; empty when it gave none
     * @param items what it says of causes
     * @param draft of a status update
     * @param dropped how many of its lines were not taken, because they cite nothing or not what they say
     */
    record Answer(String status, String model, Instant at, List<Integer> order, List<Item> items, List<Item> draft, int dropped, String failure) {

        static Answer of(OpinionView view) {
            String status = view.writing() ? "running" : view.model() == null ? "none" : view.failure() == null ? "done" : "failed";
            return new Answer(status, view.model(), view.at(), view.opinion().order(), all(view.explanations()), all(view.drafts()), view.opinion().dropped(), view.failure());
        }

        private static List<Item> all(List<Opinion.Sentence> sentences) {
            return sentences.stream().map(sentence -> new Item(sentence.draft() ? null : sentence.rank(), sentence.text(),
                    sentence.evidence().stream().map(fact -> new Cited(fact.kind(), fact.text(), fact.url())).toList())).toList();
        }
    }

    /** @param rank of the cause that it is about, or null */
    record Item(Integer rank, String text, List<Cited> evidence) {
    }

    record Cited(String kind, String text, String url) {
    }
}
