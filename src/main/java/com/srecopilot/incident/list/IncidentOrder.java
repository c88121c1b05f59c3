package com.srecopilot.incident.list;

import java.util.ArrayList;
import java.util.List;

import com.srecopilot.identity.Invalid;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Severity;
import com.srecopilot.search.Sorting;

/**
 * How the list is sorted: open incidents before resolved ones; within both by what leads, then the newest first. A backward
 * order is the same the other way round, within both.
 */
enum IncidentOrder implements Sorting.Order {

    NEWEST("-detected", "Newest first", null, "newest", false), OLDEST("detected", "Oldest first", null, "newest", true),
    WORST("-severity", "Most severe first", IncidentOrder.WEIGHT, "rank", false), MILDEST("severity", "Least severe first", IncidentOrder.WEIGHT, "rank", true),
    SERVICE("service", "Service, A to Z", "service_name", "service newest", false),
    SERVICE_BACKWARD("-service", "Service, Z to A", "service_name", "service newest", true);

    /** As in the index {@code incidents_resolved_by_severity}. */
    private static final String WEIGHT = "(case severity when 'critical' then 0 when 'high' then 1 when 'medium' then 2 else 3 end)";

    private final String word;
    private final String words;
    private final String lead;
    private final String ranked;
    private final boolean backward;

    IncidentOrder(String word, String words, String lead, String ranked, boolean backward) {
        this.word = word;
        this.words = words;
        this.lead = lead;
        this.ranked = ranked;
        this.backward = backward;
    }

    /** @param word as it stands in the address; another one means the usual order */
    static IncidentOrder of(String word) {
        return Sorting.named(word, values(), NEWEST);
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String words() {
        return words;
    }

    /** The data of a row, by name, that place it among others. */
    public String ranked() {
        return ranked;
    }

    public boolean backward() {
        return backward;
    }

    /** What leads to the place of an incident, for a cursor; null where the time does. */
    String lead(IncidentView incident) {
        return lead == null ? null : lead.equals(WEIGHT) ? incident.severity() : incident.serviceName();
    }

    /** The same as the database compares it. @throws Invalid when the cursor is one of another order */
    Object leadOf(IncidentCursor cursor) {
        if (cursor.lead() == null) {
            throw new Invalid("cursor", "is not one of this order");
        }
        return lead.equals(WEIGHT) ? (Object) Severity.of(cursor.lead()).orElse(Severity.LOW).ordinal() : cursor.lead();
    }

    boolean led() {
        return lead != null;
    }

    /** What follows the cursor, in order; all of it for null. */
    List<Sorting.Part> parts(IncidentCursor cursor) {
        if (this == NEWEST) {
            return List.of(new Sorting.Part(cursor == null ? "true" : "((state <> 'resolved'), detected_at, number) < (:cursorOpen, :cursorAt, :cursorNumber)",
                    "(state <> 'resolved') desc, " + sorted()));
        }
        var parts = new ArrayList<Sorting.Part>();
        half(parts, "state <> 'resolved'", cursor, cursor == null || cursor.open());
        half(parts, "state = 'resolved'", cursor == null || cursor.open() ? null : cursor, true);
        return parts;
    }

    private void half(List<Sorting.Part> parts, String half, IncidentCursor cursor, boolean reached) {
        if (!reached) {
            return;
        }
        if (cursor == null) {
            parts.add(new Sorting.Part(half, sorted()));
            return;
        }
        String later = half + " and (detected_at, number) " + (backward ? ">" : "<") + " (:cursorAt, :cursorNumber)";
        parts.add(new Sorting.Part(lead == null ? later : later + " and " + lead + " = :cursorLead", sorted()));
        if (lead != null) {
            parts.add(new Sorting.Part(half + " and " + lead + (backward ? " < " : " > ") + ":cursorLead", sorted()));
        }
    }

    private String sorted() {
        String time = backward ? "detected_at, number" : "detected_at desc, number desc";
        return lead == null ? time : lead + (backward ? " desc, " : ", ") + time;
    }
}
