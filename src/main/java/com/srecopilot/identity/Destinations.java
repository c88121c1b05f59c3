package com.srecopilot.identity;

import java.util.List;

/** What a room lets people jump to from the search box; one bean for each kind. */
public interface Destinations {

    /** The kind, as a heading: Incidents, Services, … */
    String heading();

    /** Sorts the kinds. */
    int order();

    /** The permission that the kind's pages ask for; empty for any signed-in person. */
    default String needs() {
        return "";
    }

    /**
     * The best matches first.
     *
     * @param words as typed, stripped, never empty
     */
    List<Destination> find(String words, int most);

    /** @param note what tells it from its namesakes; {@code icon} a name of the sprite */
    record Destination(String path, String label, String note, String icon) {
    }
}
