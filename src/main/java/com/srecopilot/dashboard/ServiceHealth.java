package com.srecopilot.dashboard;

import com.srecopilot.catalog.ServiceView;

/**
 * How a service does, from what is known now: its open incidents and its firing alerts.
 *
 * @param state {@code failing}, {@code degraded} or {@code ok}
 */
public record ServiceHealth(ServiceView service, String state, long incidents, long alerts, Integer incident) {

    public String words() {
        if (incidents == 0 && alerts == 0) {
            return "quiet";
        }
        return count(incidents, "incident") + ", " + count(alerts, "alert");
    }

    private static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
