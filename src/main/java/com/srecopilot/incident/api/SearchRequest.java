package com.srecopilot.incident.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import com.srecopilot.identity.Invalid;
import com.srecopilot.incident.list.IncidentFilter;

/** What to find. All of it is optional; a filter takes one word or a list of them. */
@JsonNaming(SnakeCaseStrategy.class)
record SearchRequest(@Size(max = 200) String query, @Valid Filters filters, @Valid Sort sort, @Valid Aggregations aggregations,
        String cursor, Integer limit) {

    private static final java.util.regex.Pattern DAY = java.util.regex.Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    IncidentFilter filter() {
        if (filters == null) {
            return new IncidentFilter(null, null, null, null, query, null, null);
        }
        Range range = filters.dateRange();
        return new IncidentFilter(words("filters.state", filters.state()), words("filters.severity", filters.severity()),
                words("filters.service_name", filters.serviceName()), words("filters.assigned_to", filters.assignedTo()), query,
                range == null ? null : moment("filters.date_range.start", range.start(), 0),
                range == null ? null : moment("filters.date_range.end", range.end(), 1));
    }

    /** By what to count. */
    List<String> dimensions() {
        return aggregations == null ? List.of() : Stream.of(asked(aggregations.byService(), "service"),
                asked(aggregations.bySeverity(), "severity"), asked(aggregations.byState(), "state")).flatMap(Optional::stream).toList();
    }

    private static Optional<String> asked(Boolean wanted, String dimension) {
        return Boolean.TRUE.equals(wanted) ? Optional.of(dimension) : Optional.empty();
    }

    /** Of the counts over time, or null for none. */
    String interval() {
        return aggregations == null || aggregations.timeline() == null ? null : aggregations.timeline().interval();
    }

    private static List<String> words(String field, JsonNode value) {
        if (value == null || value.isNull()) {
            return List.of();
        }
        List<JsonNode> values = value.isArray() ? StreamSupport.stream(value.spliterator(), false).toList() : List.of(value);
        if (!values.stream().allMatch(JsonNode::isString)) {
            throw new Invalid(field, "is a word or a list of words");
        }
        return values.stream().map(JsonNode::stringValue).toList();
    }

    /** A day counts as a whole. */
    private static Instant moment(String field, String text, int daysLater) {
        try {
            return text == null ? null : DAY.matcher(text).matches()
                    ? LocalDate.parse(text).plusDays(daysLater).atStartOfDay().toInstant(ZoneOffset.UTC) : Moments.reasonable(field, Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new Invalid(field, "is a day such as 2026-01-31 or a time such as 2026-01-31T12:00:00Z", e);
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Filters(JsonNode severity, JsonNode serviceName, JsonNode state, JsonNode assignedTo, Range dateRange) {
    }

    record Range(String start, String end) {
    }

    record Sort(@Pattern(regexp = "detected_at", message = "must be detected_at") String field,
            @Pattern(regexp = "desc", message = "must be desc: newest first") String order) {
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Aggregations(Boolean byService, Boolean bySeverity, Boolean byState, @Valid Interval timeline) {
    }

    record Interval(@Pattern(regexp = "1h|1d|1w", message = "must be 1h, 1d or 1w") String interval) {
    }
}
