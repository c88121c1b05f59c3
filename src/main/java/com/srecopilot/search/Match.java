package com.srecopilot.search;

import java.util.Map;
import java.util.UUID;

/**
 * The rows that are meant, as conditions with {@link #parameters()}. Few are named by their ids. Of many, each row that a
 * list walks through is looked up: it soon has a page of them.
 */
public final class Match {

    static final Match ALL = new Match("", null, null);

    private final String kind;
    private final String sought;
    private final UUID[] few;

    Match(String kind, String sought, UUID[] few) {
        this.kind = kind;
        this.sought = sought;
        this.few = few;
    }

    /** Holds for the rows that are meant. @param id the column with their id, with the name of its table */
    public String condition(String id) {
        return few != null ? named(id) : met(id);
    }

    /** The condition where it names few rows, else true: for what walks through the rows that it leaves. */
    public String named(String id) {
        return few == null ? "true" : id + " = any(:few)";
    }

    /** The condition where it looks rows up, else true. */
    public String met(String id) {
        return sought == null ? "true"
                : "(select lexemes @@ cast(:sought as tsquery) from texts where texts.kind = :kind and texts.id = " + id + ")";
    }

    /** As {@link #condition}, for those who need all of the rows, however many. */
    public String all(String id) {
        return sought == null ? named(id) : id + " in (select unnest(ids_found(:kind, cast(:sought as tsquery), null)))";
    }

    public Map<String, Object> parameters() {
        return few != null ? Map.of("few", few) : sought != null ? Map.of("kind", kind, "sought", sought) : Map.of();
    }
}
