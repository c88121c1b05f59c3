package com.srecopilot.telemetry;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Labels of a series as they are collected, within bounds: what breaks one is told instead of a series. */
public final class Labels {

    private static final int MOST = 64;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 2_000;
    private static final List<String> OF_SERVICE = List.of("service", "service_name", "service.name");
    private static final List<String> OF_TARGET = List.of("job", "app");

    private final SortedMap<String, String> values = new TreeMap<>();
    private String metric = "";
    private String refusal;

    public void put(String name, String value) {
        if (name.equals("__name__")) {
            metric(value);
        } else if (name.isEmpty()) {
            refuse("a label has no name");
        } else if (name.length() > LONGEST_NAME || value.length() > LONGEST_VALUE) {
            refuse("a label is longer than " + LONGEST_NAME + " characters, or its value than " + LONGEST_VALUE);
        } else if (!value.isEmpty()) {
            values.put(clean(name), clean(value));
        }
    }

    /** The same from senders whose series have each label once: of two nobody knows which is meant. */
    public void putOnce(String name, String value) {
        if (name.equals("__name__") ? !metric.isEmpty() : values.containsKey(clean(name))) {
            refuse("a label stands twice in a series");
        } else {
            put(name, value);
        }
    }

    public void metric(String name) {
        metric = clean(name);
    }

    public String metric() {
        return metric;
    }

    /** The same for another metric. */
    public Labels of(String name) {
        var labels = new Labels();
        labels.values.putAll(values);
        labels.refusal = refusal;
        labels.metric(name);
        return labels;
    }

    /** With one more. */
    public Labels with(String name, String value) {
        put(name, value);
        return this;
    }

    /** @return why it makes no series, or null */
    public String refusal() {
        return metric.isEmpty() ? "a series has no name" : metric.length() > LONGEST_NAME ? "the name of a metric is longer than " + LONGEST_NAME + " characters"
                : values.size() > MOST ? "a series has more than " + MOST + " labels" : refusal;
    }

    public MetricDraft draft(String unit, long[] millis, double[] amounts) {
        return new MetricDraft(metric, service(), values, unit, millis, amounts);
    }

    /** Whose it is: what the labels say of a service, else the container that is measured, else the job that measures it. */
    String service() {
        return OF_SERVICE.stream().map(values::get).filter(value -> value != null).findFirst().orElseGet(this::target);
    }

    private String target() {
        String container = metric.startsWith("container_") || metric.startsWith("kube_") ? values.get("container") : null;
        String target = container != null ? container : OF_TARGET.stream().map(values::get).filter(value -> value != null).findFirst().orElse("unknown");
        String name = target.substring(target.lastIndexOf('/') + 1);
        return name.isEmpty() ? target : name;
    }

    private void refuse(String reason) {
        refusal = reason;
    }

    /** What PostgreSQL can keep. */
    public static String clean(String text) {
        return text.indexOf('\0') < 0 && text.chars().noneMatch(each -> Character.isSurrogate((char) each)) ? text
                : text.codePoints().filter(each -> each != 0 && (each < Character.MIN_SURROGATE || each > Character.MAX_SURROGATE))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** The same, shortened. */
    public static String clean(String text, int most) {
        return clean(text.length() > most ? text.substring(0, most) : text);
    }
}
