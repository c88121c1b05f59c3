package com.srecopilot.hypothesis.accuracy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

import tools.jackson.databind.json.JsonMapper;

/** What {@code bin/bench causes} measured of this version's engine, as committed. */
record Benchmark(List<Row> rows, List<Bin> reliability, int cases) {

    static Benchmark shipped() {
        try (InputStream in = Objects.requireNonNull(Benchmark.class.getResourceAsStream("/hypothesis/accuracy.json"))) {
            return new JsonMapper().readValue(in, Benchmark.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The engine beside the trivial ways. */
    public List<Row> methods() {
        return rows.stream().filter(row -> !row.part()).toList();
    }

    /** How many cases the diagram shows, each with its alert on time and a minute late. */
    public int known() {
        return rows.get(0).cases();
    }

    /** How far confidence and outcome lie apart on average, over all cases of the diagram at once. */
    public String apart() {
        return percent(reliability.stream().mapToDouble(bin -> bin.cases() * Math.abs(bin.sure() - bin.right())).sum() / cases);
    }

    /** By system, by fault, and with a kind of evidence left out. */
    public List<Row> parts() {
        return rows.stream().filter(row -> row.part() && !row.method().startsWith("in sample")).toList();
    }

    /**
     * One line of the result: each figure with the ends of its 95 % interval, as shares.
     *
     * @param said how sure the answers were on average, or null where no confidence is given; so too the following
     * @param ece expected calibration error over all cases at once
     * @param eceBySystem the same averaged over systems
     * @param eceByChance what that average would be of exact confidences: few cases make an error by chance alone
     */
    record Row(String set, String method, int cases, int systems, List<Double> first, List<Double> third, Double said, Double ece,
            @JsonProperty("ece_by_system") Double eceBySystem, @JsonProperty("ece_by_chance") Double eceByChance) {

        boolean part() {
            return method.contains("fault: ") || method.startsWith("system: ") || method.startsWith("without ");
        }

        public boolean engine() {
            return method.startsWith("this engine");
        }

        public String found() {
            return words(first);
        }

        public String among() {
            return words(third);
        }

        public String miscalibration() {
            return ece == null ? "–" : percent(ece);
        }

        public String miscalibrationBySystem() {
            return ece == null ? "–" : "%s (%s)".formatted(percent(eceBySystem), percent(eceByChance));
        }

        public String sureness() {
            return said == null ? "–" : percent(said);
        }

        private static String words(List<Double> figure) {
            return "%s (%s to %s)".formatted(percent(figure.get(0)), percent(figure.get(1)), percent(figure.get(2)));
        }
    }

    /** Answers of like confidence: how sure they were on average, and how often right. */
    record Bin(double from, int cases, double sure, double right) {

        public String range() {
            return "%s to %s".formatted(percent(from), percent(from + 0.1));
        }

        public String said() {
            return percent(sure);
        }

        public String happened() {
            return percent(right);
        }

        /** Where its dot lies in a square of 100. */
        public String x() {
            return place(sure);
        }

        public String y() {
            return place(1 - right);
        }

        /** The dot's area is the number of cases. */
        public String radius() {
            return String.format(Locale.ROOT, "%.1f", Math.min(6, 0.8 + 0.45 * Math.sqrt(cases)));
        }

        private static String place(double share) {
            return String.format(Locale.ROOT, "%.1f", 100 * share);
        }
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
