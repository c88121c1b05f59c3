package com.srecopilot.demo.simulator;

/** What a monitor watches: one alert of one service. */
record Symptom(String name, String service, String severity, String region, String summary) {

    String key() {
        return Integer.toHexString((name + " " + service + " " + region).hashCode());
    }
}
