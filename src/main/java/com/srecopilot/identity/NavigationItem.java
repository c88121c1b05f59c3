package com.srecopilot.identity;

import java.util.Optional;

/** An entry of the navigation beside every page; one bean for each. */
public interface NavigationItem {

    /** The heading it stands under: empty, {@code Understand} or {@code Run}. */
    String group();

    String path();

    String label();

    /** The name of an icon of the sprite. */
    String icon();

    /** Sorts within the group. */
    int order();

    /** A count beside the label, the same for all who see it; zero is not shown. Runs for every page and when it may have changed. */
    default Optional<Badge> badge() {
        return Optional.empty();
    }

    /** @param hot whether it is an alarm */
    record Badge(long count, boolean hot) {
    }

    /** The permission that its page asks for; empty for any signed-in person. */
    default String needs() {
        return "";
    }

    /** What a page under this entry is called in a sentence, such as {@code INC-42}; empty when it isn't under it. */
    default Optional<String> nameOf(String path) {
        boolean below = path.equals(path()) || path.startsWith(path() + "/");
        return below ? Optional.of(label()) : Optional.empty();
    }
}
