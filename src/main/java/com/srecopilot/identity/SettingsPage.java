package com.srecopilot.identity;

/** An entry of the page {@code /settings}; one bean for each. */
public interface SettingsPage {

    String path();

    String label();

    /** One sentence: what is set there. */
    String description();

    /** The permission that the page asks for; empty for any signed-in person. */
    String needs();

    /** The name of an icon of the sprite. */
    default String icon() {
        return "settings";
    }

    int order();
}
