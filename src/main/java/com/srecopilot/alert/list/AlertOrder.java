package com.srecopilot.alert.list;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.srecopilot.alert.AlertRow;
import com.srecopilot.identity.Cursor;
import com.srecopilot.search.Sorting;

/**
 * How the list is sorted: by what leads, then the newest first; a backward order is the same the other way round. By severity
 * the open ones come first, since among them it matters, and those that are over follow by time.
 */
enum AlertOrder implements Sorting.Order {

    NEWEST("-received", "Newest first", null, false), OLDEST("received", "Oldest first", null, true),
    WORST("-severity", "Most severe first", AlertOrder.WEIGHT, false), MILDEST("severity", "Least severe first", AlertOrder.WEIGHT, true),
    SERVICE("service", "Service, A to Z", "alerts.service", false), SERVICE_BACKWARD("-service", "Service, Z to A", "alerts.service", true);

    private static final String WEIGHT = "(case alerts.severity when 'critical' then 0 when 'high' then 1 when 'medium' then 2 else 3 end)";

    private final String word;
    private final String words;
    private final String lead;
    private final boolean backward;

    AlertOrder(String word, String words, String lead, boolean backward) {
        this.word = word;
        this.words = words;
        this.lead = lead;
        this.backward = backward;
    }

    /** Where a page ended. @param lead what led there; empty for the alerts that are over, in the order by severity */
    record Place(Cursor at, String lead) {

        static Place parse(String text) {
            String[] parts = text == null ? new String[] {""} : text.split("\\.", 2);
            return Cursor.parse(parts[0]).map(at -> new Place(at, parts.length == 2 ? parts[1] : "")).orElse(null);
        }
    }

    /** @param word as it stands in the address; another one means the usual order */
    static AlertOrder of(String word) {
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

    /** The data of a row, by name, that place it among others; null where what arrives can't be placed by them. */
    public String ranked() {
        return switch (this) {
            case NEWEST, MILDEST -> null;
            case OLDEST -> "";
            case WORST -> "rank";
            case SERVICE, SERVICE_BACKWARD -> "service";
        };
    }

    public boolean backward() {
        return backward;
    }

    String place(AlertRow.Received last) {
        String at = new Cursor(last.at(), last.alert().id()).text();
        return at + (lead == null ? "" : "." + (!lead.equals(WEIGHT) ? last.alert().service() : last.alert().open() ? last.alert().severity() : ""));
    }

    /** What follows the place, in order; all of it for null. */
    List<Sorting.Part> parts(Place place) {
        String time = backward ? "alerts.received_at, alerts.id" : "alerts.received_at desc, alerts.id desc";
        String later = place == null ? "true" : "(alerts.received_at, alerts.id) " + (backward ? ">" : "<") + " (:at, :id)";
        if (lead == null) {
            return List.of(new Sorting.Part(later, time));
        }
        String led = lead + (backward ? " desc, " : ", ") + time;
        boolean halves = lead.equals(WEIGHT);
        String open = halves ? "alerts.ends_at is null" : "true";
        if (place == null) {
            return halves ? List.of(new Sorting.Part(open, led), over("true", time)) : List.of(new Sorting.Part(open, led));
        }
        if (halves && place.lead().isEmpty()) {
            return List.of(over(later, time));
        }
        Sorting.Part same = new Sorting.Part(open + " and " + lead + " = :lead and " + later, led);
        Sorting.Part further = new Sorting.Part(open + " and " + lead + (backward ? " < " : " > ") + ":lead", led);
        return halves ? List.of(same, further, over("true", time)) : List.of(same, further);
    }

    private static Sorting.Part over(String condition, String time) {
        return new Sorting.Part("alerts.ends_at is not null and " + condition, time);
    }

    Map<String, Object> parameters(Place place) {
        var parameters = new HashMap<String, Object>();
        if (place != null) {
            parameters.put("at", place.at().at().atOffset(ZoneOffset.UTC));
            parameters.put("id", place.at().id());
            parameters.put("lead", lead != null && lead.equals(WEIGHT) ? (Object) AlertFilter.SEVERITIES.indexOf(place.lead()) : place.lead());
        }
        return parameters;
    }
}
