package com.srecopilot.alert.list;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.UriUtils;

import com.srecopilot.identity.Invalid;

/**
 * What a list of alerts shows; empty means everything.
 *
 * @param label pairs such as {@code team=payments}, all of which must hold
 * @param q beginnings of words in title, description, service or key
 * @param since a time, or an age such as {@code 24h}, or {@code all}, as it stands in the address; and what it means
 */
record AlertFilter(Set<String> status, Set<String> severity, Set<String> service, Set<String> source, List<String> label, String q, String since,
        Instant sinceTime) {

    static final List<String> STATUSES = List.of("firing", "acknowledged", "suppressed", "resolved");
    static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");
    private static final int MOST_LABELS = 10;
    private static final String EVER = "all";
    private static final Pattern AGE = Pattern.compile("(\\d{1,4})([mhd])");

    /** As it stands in a request. */
    record Asked(List<String> status, List<String> severity, List<String> service, List<String> source, List<String> label, String q, String since) {

        /** @throws Invalid naming the parameter that has no such value */
        AlertFilter filter(Clock clock) {
            return new AlertFilter(known("status", status, STATUSES), known("severity", severity, SEVERITIES), any(service), any(source), labels(label),
                    q == null ? "" : q.strip(), since == null ? "" : since.strip(), time(since, clock));
        }
    }

    private static Set<String> known(String name, List<String> values, List<String> allowed) {
        Set<String> wanted = any(values);
        if (!allowed.containsAll(wanted)) {
            throw new Invalid(name, "is " + String.join(", ", allowed.subList(0, 3)) + " or " + allowed.get(3));
        }
        return wanted;
    }

    /** As {@code name:value} or {@code name=value}; all of them must hold. */
    private static List<String> labels(List<String> labels) {
        List<String> wanted = any(labels).stream().map(text -> text.replaceFirst("^([^:=]+)[:=]", "$1=")).sorted().toList();
        if (wanted.size() > MOST_LABELS || wanted.stream().anyMatch(pair -> pair.indexOf('=') < 1)) {
            throw new Invalid("label", "is a name and its value, such as team:payments, up to " + MOST_LABELS);
        }
        return wanted;
    }

    private static Set<String> any(List<String> values) {
        return values == null ? Set.of() : values.stream().map(String::strip).filter(value -> !value.isEmpty()).collect(Collectors.toSet());
    }

    private static Instant time(String since, Clock clock) {
        if (since == null || since.isBlank() || since.strip().equals(EVER)) {
            return null;
        }
        Matcher age = AGE.matcher(since.strip());
        if (age.matches()) {
            String unit = age.group(2).equals("d") ? "P%sD" : "PT%s" + age.group(2).toUpperCase(Locale.ROOT);
            return clock.instant().minus(Duration.parse(unit.formatted(age.group(1))));
        }
        try {
            return OffsetDateTime.parse(since.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw new Invalid("since", "is a time such as 2026-01-31T12:00:00Z, or an age such as 24h", e);
        }
    }

    /** Whether it asks for more than values that can be counted ahead: for words, labels or times. */
    boolean beyondFacets() {
        return !q.isEmpty() || !label.isEmpty() || sinceTime != null;
    }

    /** The chosen values, by column. */
    public Map<String, Set<String>> matching() {
        var matching = new LinkedHashMap<String, Set<String>>(Map.of("status", status, "severity", severity, "service", service, "source_name", source));
        matching.values().removeIf(Set::isEmpty);
        return matching;
    }

    /** Its address, so that a page of the list can be linked. */
    String query(AlertOrder order, String cursor) {
        var parts = new ArrayList<String>();
        status.forEach(value -> add(parts, "status", value));
        severity.forEach(value -> add(parts, "severity", value));
        service.forEach(value -> add(parts, "service", value));
        source.forEach(value -> add(parts, "source", value));
        label.forEach(value -> add(parts, "label", value.replaceFirst("=", ":")));
        add(parts, "q", q);
        add(parts, "since", since);
        add(parts, "sort", order == AlertOrder.NEWEST ? "" : order.word());
        add(parts, "cursor", cursor == null ? "" : cursor);
        return parts.isEmpty() ? "/alerts" : "/alerts?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
