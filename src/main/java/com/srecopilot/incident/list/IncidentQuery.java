package com.srecopilot.incident.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.web.util.UriComponentsBuilder;

import com.srecopilot.search.Sorting;

/**
 * The filters as they stand in the URL. Dates are UTC days, both included.
 *
 * @param from such as {@code 2026-11-01}; what can't be read as a date does not filter
 * @param sort the word of an {@link IncidentOrder}, or anything else for the usual one
 */
record IncidentQuery(List<String> state, List<String> severity, List<String> service, List<String> assignee,
        String q, String from, String to, String sort) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    IncidentFilter filter() {
        Instant until = day(to);
        return new IncidentFilter(state, severity, service, assignee, q, day(from), until == null ? null : until.plusSeconds(86_400));
    }

    public IncidentOrder order() {
        return IncidentOrder.of(sort);
    }

    public Sorting sorting() {
        return Sorting.of(IncidentOrder.values(), order(), order -> builder(order).build().encode().toUriString());
    }

    private static Instant day(String text) {
        try {
            return text == null || !DAY.matcher(text).matches() ? null : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** The same list from a cursor on. */
    String url(String cursor) {
        return builder().queryParam("cursor", cursor).build().encode().toUriString();
    }

    /** The list as it is shown. @param cursor null on its first page */
    String here(String cursor) {
        return cursor == null ? builder().build().encode().toUriString() : url(cursor);
    }

    public List<Token> tokens() {
        IncidentFilter filter = filter();
        return Stream.of(tokens("state", filter.state()), tokens("severity", filter.severity()),
                tokens("service", filter.service())).flatMap(token -> token).toList();
    }

    private Stream<Token> tokens(String dimension, List<String> values) {
        return values.stream().map(value -> new Token(dimension, value, withoutUrl(dimension, value)));
    }

    private String withoutUrl(String dimension, String value) {
        var without = builder();
        List<String> rest = builder().build().getQueryParams().getOrDefault(dimension, List.of()).stream()
                .filter(other -> !other.equals(value)).toList();
        return without.replaceQueryParam(dimension, rest).build().encode().toUriString();
    }

    private UriComponentsBuilder builder() {
        return builder(order());
    }

    private UriComponentsBuilder builder(IncidentOrder order) {
        IncidentFilter filter = filter();
        var url = UriComponentsBuilder.fromPath("/incidents");
        add(url, "state", filter.state());
        add(url, "severity", filter.severity());
        add(url, "service", filter.service());
        add(url, "assignee", filter.assignee());
        add(url, "q", filter.q().isEmpty() ? List.of() : List.of(filter.q()));
        add(url, "from", filter.from() == null ? List.of() : List.of(from));
        add(url, "to", filter.to() == null ? List.of() : List.of(to));
        add(url, "sort", order == IncidentOrder.NEWEST ? List.of() : List.of(order.word()));
        return url;
    }

    private static void add(UriComponentsBuilder url, String name, List<String> values) {
        if (!values.isEmpty()) {
            url.queryParam(name, values);
        }
    }

    record Token(String dimension, String value, String without) {
    }
}
