package com.srecopilot.hypothesis.accuracy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

/** What {@code bin/bench suggestions} measured of suggested severities and categories, as committed. */
record SuggestionBenchmark(List<Row> rows) {

    static SuggestionBenchmark shipped() {
        try (InputStream in = Objects.requireNonNull(SuggestionBenchmark.class.getResourceAsStream("/hypothesis/suggestions.json"))) {
            return new JsonMapper().readValue(in, SuggestionBenchmark.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @param always right over all cases, with the ends of its 95 % interval
     * @param spoken in how many cases it says something, or null for a trivial way, which always does
     * @param whenSpoken right over the cases in which the model says something
     */
    record Row(String what, String way, int cases, List<Double> always, Double spoken, List<Double> whenSpoken) {

        public boolean ours() {
            return spoken != null;
        }

        public String right() {
            return words(always);
        }

        public String speaks() {
            return spoken == null ? "–" : Math.round(spoken * 100) + " %";
        }

        public String then() {
            return words(whenSpoken);
        }

        private static String words(List<Double> figure) {
            return "%d %% (%d to %d)".formatted(Math.round(figure.get(0) * 100), Math.round(figure.get(1) * 100), Math.round(figure.get(2) * 100));
        }
    }
}
