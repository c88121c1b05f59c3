package com.srecopilot.telemetry.symptom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In what ways a service ails, what users feel first; each by the metrics that show it and the words that complain of it. */
public enum Ailing {

    ERRORS("error|fail", "error|fail|5xx|\\b5\\d\\d\\b|exception|availab"),
    LATENCY("latency|duration|response_time", "latency|slow|p9\\d|duration|delay|time-?out"),
    TRAFFIC("request.*(per_second|rate|total|count)|http_requests", "traffic|throughput|requests"),
    CPU("cpu", "cpu"),
    MEMORY("memory|heap", "memory|heap|oom"),
    SATURATION("connection|pool|queue|lag|saturation|threads", "connection|pool|queue|\\blag|saturat|thread|backlog");

    private final Pattern metric;
    private final Pattern complaint;

    Ailing(String metric, String complaint) {
        this.metric = Pattern.compile(metric, Pattern.CASE_INSENSITIVE);
        this.complaint = Pattern.compile(complaint, Pattern.CASE_INSENSITIVE);
    }

    /** What the words complain of first, then what users feel. */
    static List<Ailing> of(String words) {
        List<Ailing> all = new ArrayList<>(List.of(ERRORS, LATENCY));
        Arrays.stream(values()).filter(each -> each.at(words).isPresent()).min(Comparator.comparingInt(each -> each.at(words).getAsInt())).ifPresent(first -> {
            all.remove(first);
            all.add(0, first);
        });
        return all;
    }

    private OptionalInt at(String words) {
        Matcher found = complaint.matcher(words);
        return found.find() ? OptionalInt.of(found.start()) : OptionalInt.empty();
    }

    /** The first that shows it. */
    public Optional<String> among(List<String> metrics, Predicate<String> allowed) {
        return metrics.stream().filter(each -> metric.matcher(each).find() && allowed.test(each)).findFirst();
    }

    /** Those that can be told by themselves, the plainest name first. */
    public static List<String> plain(List<String> metrics) {
        return metrics.stream().filter(metric -> !metric.endsWith("_bucket") && !metric.endsWith("_sum") && !metric.endsWith("_created") && !metric.startsWith("go_"))
                .sorted(Comparator.comparingInt(String::length)).toList();
    }
}
