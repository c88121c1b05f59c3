package com.srecopilot.demo.simulator;

import java.util.Map;

import com.srecopilot.demo.pulse.Strain;

/** What scenarios do to the services that play in them; what their callers notice follows from it. */
final class Aches {

    private Aches() {
    }

    static Map<String, Strain> badDeploy(Stage stage) {
        return Map.of(stage.front(), new Strain(0.23, 2.4, 0.9, 1.5, 0, "java.lang.NullPointerException: session payload # has no field region"));
    }

    static Map<String, Strain> slowDatabase(Stage stage) {
        return Map.of(stage.database(), new Strain(0, 3.2, 0.7, 1.9, 0.9, "duration: #00 ms  statement: SELECT FOR UPDATE waits for a lock on orders"),
                stage.back(), new Strain(0.05, 0.8, 0.8, 1, 0.8, "no answer from " + stage.database() + " within # s, request timed out"));
    }

    static Map<String, Strain> regionalOutage(Stage stage) {
        return Map.of(stage.edge(), new Strain(0.64, 4.5, 0.4, 0.5, 0, "upstream connect error: no route to " + stage.region() + ", connection timeout after # s"),
                stage.front(), new Strain(0, 0, 0.29, 0.5, 0, ""), stage.back(), new Strain(0.09, 0.3, 0.6, 0.8, 0, ""));
    }
}
