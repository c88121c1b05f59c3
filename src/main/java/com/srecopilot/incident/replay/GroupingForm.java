package com.srecopilot.incident.replay;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.srecopilot.identity.Invalid;
import com.srecopilot.incident.Severity;
import com.srecopilot.incident.grouping.GroupingRules;

/** The grouping rules as a person writes them; labels are separated by commas. */
record GroupingForm(@NotNull @Min(0) @Max(4) Integer hops, @NotNull @Min(10) @Max(3_600) Integer window, @NotNull @Min(0) @Max(600) Integer perHop,
        @NotNull @Min(0) @Max(86_400) Integer inactivity, @NotNull @Min(0) @Max(86_400) Integer sameKey, @Size(max = 500) String together,
        @NotNull @Min(1) @Max(10_080) Integer togetherFor, @Size(max = 500) String apart, List<String> quiet, @NotNull @Min(0) @Max(1_440) Integer upstream,
        @NotNull @Min(1) @Max(30) Integer days) {

    private static final int MOST_LABELS = 10;

    static GroupingForm of(GroupingRules rules, int days) {
        return new GroupingForm(rules.hops(), (int) rules.window().toSeconds(), (int) rules.perHop().toSeconds(), (int) rules.inactivity().toSeconds(),
                (int) rules.sameKey().toSeconds(), String.join(", ", rules.together()), (int) rules.togetherFor().toMinutes(),
                String.join(", ", rules.apart()), List.copyOf(rules.quiet()), (int) rules.upstream().toMinutes(), days);
    }

    /** @throws Invalid naming what can't be */
    GroupingRules rules() {
        return new GroupingRules(Duration.ofSeconds(window), Duration.ofSeconds(perHop), hops, Duration.ofSeconds(inactivity), Duration.ofSeconds(sameKey),
                labels("together", together), Duration.ofMinutes(togetherFor), labels("apart", apart), severities(), Duration.ofMinutes(upstream));
    }

    private static List<String> labels(String field, String text) {
        List<String> names = text == null ? List.of() : Stream.of(text.split("[,\\s]+")).filter(name -> !name.isEmpty()).distinct().toList();
        if (names.size() > MOST_LABELS || names.stream().anyMatch(name -> !name.matches("[a-zA-Z_][a-zA-Z0-9_.:/-]{0,99}"))) {
            throw new Invalid(field, "takes up to " + MOST_LABELS + " names of labels with commas between, such as cluster, namespace");
        }
        return names;
    }

    private Set<String> severities() {
        Set<String> chosen = quiet == null ? Set.of() : new TreeSet<>(quiet);
        if (chosen.stream().anyMatch(word -> Severity.of(word).isEmpty()) || chosen.size() == Severity.values().length) {
            throw new Invalid("quiet", "are severities, and at least one must open incidents");
        }
        return chosen;
    }
}
