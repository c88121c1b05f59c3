package com.srecopilot.dashboard;

import java.util.Optional;

/** A part of the home page that a room above provides. The page includes it without knowing it. */
public interface DashboardTile {

    int order();

    /** {@code main} (under the services) or {@code side} (under the alerts). */
    default String zone() {
        return "main";
    }

    /** The fragment file, such as {@code demo/_simulator}. */
    String fragment();

    /** What the fragment sees as {@code ${panel}}; empty when the current actor is not to see the tile. */
    Optional<Object> model();
}
