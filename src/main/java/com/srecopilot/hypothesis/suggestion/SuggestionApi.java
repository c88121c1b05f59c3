package com.srecopilot.hypothesis.suggestion;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** What is suggested of an incident, for programs; empty when nothing is sure enough. */
@RestController
class SuggestionApi {

    private final Suggestions suggestions;
    private final Incidents incidents;

    SuggestionApi(Suggestions suggestions, Incidents incidents) {
        this.suggestions = suggestions;
        this.incidents = incidents;
    }

    @GetMapping("/api/v1/incidents/{number}/suggestions")
    @Needs("incidents:read")
    Answer list(@PathVariable IncidentNumber number) {
        return new Answer(suggestions.of(incidents.get(number.value())).stream().map(Item::of).toList());
    }

    record Answer(List<Item> items) {
    }

    /** @param kind {@code severity} or {@code category} */
    record Item(String kind, String value, double confidence, List<String> words) {

        private static Item of(Suggestion suggestion) {
            return new Item(suggestion.aspect(), suggestion.value(), Math.round(suggestion.confidence() * 1000) / 1000.0, suggestion.words());
        }
    }
}
