package com.srecopilot.alert.format;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What labels and annotations mean by the habits of Prometheus rules. */
public final class PrometheusLabels {

    /** From the most deliberate name to the one that Prometheus always sets. */
    private static final String[] SERVICE = {"service", "service_name", "app", "application", "app_kubernetes_io_name",
            "k8s_app", "component", "deployment", "statefulset", "daemonset", "container", "job"};

    private static final Pattern LINE = Pattern.compile("(?m)^\\s*- (\\w+) = (.*)$");

    private PrometheusLabels() {
    }

    public static AlertDraft describe(AlertDraft draft, Map<String, String> labels, Map<String, String> annotations) {
        return draft.title(annotations.get("summary"), annotations.get("title"), labels.get("alertname"), annotations.get("message"),
                        annotations.get("description"), "Alert without a name")
                .description(annotations.get("description"), annotations.get("message"), annotations.get("summary"))
                .severity(labels.get("severity"), annotations.get("severity"), labels.get("priority"), labels.get("level"))
                .service(services(labels))
                .labels(labels);
    }

    /** What may be the service, the best first. */
    public static String[] services(Map<String, String> labels) {
        String[] services = new String[SERVICE.length];
        for (int i = 0; i < SERVICE.length; i++) {
            services[i] = labels.get(SERVICE[i]);
        }
        return services;
    }

    /** The labels of the first alert in the list that Alertmanager's and Grafana's templates write as text; empty for any other text. */
    public static Map<String, String> inText(String text) {
        int start = text.indexOf("Labels:");
        int end = start < 0 ? -1 : text.indexOf("Annotations:", start);
        return end < 0 ? Map.of() : LINE.matcher(text.substring(start, end)).results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2).strip(), (one, other) -> one, TreeMap::new));
    }

    /** The label set, written as Prometheus writes it: the key of an alert whose sender gives no fingerprint. */
    public static String key(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return "";
        }
        var key = new StringBuilder(128);
        new TreeMap<>(labels).forEach((name, value) -> key.append(key.isEmpty() ? "{" : ", ").append(name).append("=\"").append(value).append('"'));
        return key.append('}').toString();
    }
}
