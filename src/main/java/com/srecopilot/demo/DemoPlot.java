package com.srecopilot.demo;

import java.util.List;

/**
 * How an incident of the demo went.
 *
 * @param alerts names of the alerts, the first one opens it
 * @param cause what had changed shortly before, or null
 * @param minutes from detection to resolution, about
 * @param words what people wrote while they worked
 * @param fix what they wrote when it was over
 */
record DemoPlot(String service, String severity, List<Alert> alerts, Change cause, int minutes, List<String> words, String fix) {

    /** @param after seconds after the first one */
    record Alert(String name, String summary, int after) {
    }

    /** @param before minutes before the first alert */
    record Change(String service, String kind, String version, String previous, String summary, int before) {
    }

    static DemoPlot of(String service, String severity, int minutes, Change cause, String fix, List<String> words, Alert... alerts) {
        return new DemoPlot(service, severity, List.of(alerts), cause, minutes, words, fix);
    }

    static Alert alert(String name, String summary, int after) {
        return new Alert(name, summary, after);
    }

    static Change deploy(String service, String previous, String version, String summary, int before) {
        return new Change(service, "deployment", version, previous, summary, before);
    }

    static Change configured(String service, String previous, String version, String summary, int before) {
        return new Change(service, "configuration", version, previous, summary, before);
    }
}
