package com.srecopilot.alert.silence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.srecopilot.identity.Invalid;

/** Conditions that must all hold. */
record Matchers(List<Matcher> all) {

    private static final int MOST = 20;

    /** One a line. @throws Invalid when there is none, or one that can't be read */
    static Matchers parse(String text) {
        List<Matcher> all = text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(Matcher::parse).toList();
        if (all.isEmpty() || all.size() > MOST) {
            throw new Invalid("matchers", "needs 1 to " + MOST + " lines such as service=\"checkout\"");
        }
        if (all.stream().allMatch(matcher -> matcher.matches(""))) {
            throw new Invalid("matchers", "would match every alert; name what is to be silent");
        }
        return new Matchers(all);
    }

    boolean match(Subject alert) {
        return all.stream().allMatch(matcher -> matcher.matches(alert.value(matcher.name())));
    }

    @Override
    public String toString() {
        return all.stream().map(Matcher::toString).collect(Collectors.joining("\n"));
    }

    /** What is looked at of an alert. */
    record Subject(String service, String severity, String title, String source, Map<String, String> labels) {

        private String value(String name) {
            return switch (name) {
                case "service" -> service;
                case "severity" -> severity;
                case "title" -> title;
                case "source" -> source;
                default -> labels.getOrDefault(name, "");
            };
        }
    }
}
