package com.srecopilot.incident.list;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Which incidents. Empty lists and nulls don't filter.
 *
 * @param assignee person ids, or {@code none} for those that nobody has
 * @param q beginnings of words in title, description, number, tags or service
 */
public record IncidentFilter(List<String> state, List<String> severity, List<String> service, List<String> assignee,
        String q, Instant from, Instant to) {

    public static final IncidentFilter ALL = new IncidentFilter(null, null, null, null, null, null, null);

    public IncidentFilter {
        state = present(state);
        severity = present(severity);
        service = present(service);
        assignee = present(assignee);
        q = q == null ? "" : q.strip();
    }

    public boolean any() {
        return !(state.isEmpty() && severity.isEmpty() && service.isEmpty() && assignee.isEmpty() && q.isEmpty()
                && from == null && to == null);
    }

    private static List<String> present(List<String> values) {
        return values == null ? List.of() : values.stream().filter(Objects::nonNull).filter(value -> !value.isBlank()).toList();
    }

    /** Whether it asks for more than values that can be counted ahead: for words or times. */
    boolean beyondFacets() {
        return !q.isEmpty() || from != null || to != null;
    }
}
