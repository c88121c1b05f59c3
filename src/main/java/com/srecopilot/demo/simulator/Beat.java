package com.srecopilot.demo.simulator;

/**
 * One thing that a scenario sends.
 *
 * @param after seconds from its begin
 * @param symptom null for a deployment
 * @param words what is told of it, and the summary of a deployment
 */
record Beat(int after, Monitor monitor, Symptom symptom, boolean over, String service, String words) {

    static Beat fires(int after, Monitor monitor, Symptom symptom) {
        return new Beat(after, monitor, symptom, false, symptom.service(), symptom.summary().contains(symptom.service()) ? symptom.summary() : symptom.service() + ": " + symptom.summary());
    }

    static Beat clears(int after, Monitor monitor, Symptom symptom) {
        return new Beat(after, monitor, symptom, true, symptom.service(), symptom.service() + " recovers");
    }

    static Beat deploys(int after, String service, String summary) {
        return new Beat(after, null, null, false, service, summary);
    }
}
