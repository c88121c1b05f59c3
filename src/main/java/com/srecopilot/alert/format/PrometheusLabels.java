package com.srecopilot.alert.format;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What labels and annotations mean by the habits of Prometheus rules. */
final class PrometheusLabels {

    /** From the most deliberate name to the one that Prometheus always sets. */
    private static final String[] SERVICE = {"service", "service_name", "app", "application", "app_kubernetes_io_name",
            "k8s_app", "component", "deployment", "statefulset", "daemonset", "container", "job"};

    private PrometheusLabels() {
    }

    static AlertDraft describe(AlertDraft draft, Map<String, String> labels, Map<String, String> annotations) {
        return draft.title(annotations.get("summary"), annotations.get("title"), labels.get("alertname"), annotations.get("message"),
                        annotations.get("description"), "Alert without a name")
                .description(annotations.get("description"), annotations.get("message"), annotations.get("summary"))
                .severity(labels.get("severity"), annotations.get("severity"), labels.get("priority"), labels.get("level"))
                .service(Stream.of(SERVICE).map(labels::get).toArray(String[]::new))
                .labels(labels);
    }

    /** The label set, written as Prometheus writes it: the key of an alert whose sender gives no fingerprint. */
    static String key(Map<String, String> labels) {
        return labels.isEmpty() ? "" : new TreeMap<>(labels).entrySet().stream()
                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
