package com.srecopilot.hypothesis.rootcause;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a metric speaks of, told from the words that metric names are made of everywhere. */
enum Trait {
    HOST("^(node|host|machine)[_.].*", 0.1, 0),
    LATENCY(".*(lat|duration|response_?time|elapsed|_p\\d\\d|rtt).*", 0.9, 1),
    GOOD(".*(success|availab).*", 1, 1),
    ERRORS(".*(err|fail|5xx|4xx|exception|timeout|reject|drop|retrans|restart|oom).*", 1, 1),
    PROCESSOR(".*(cpu|throttl|processor).*", 1, 1),
    MEMORY(".*(mem|heap|rss|swap|gc_).*", 1, 1),
    STORAGE(".*(disk|fs_|_io|iops|file).*", 1, 1),
    NETWORK(".*(net_|network|rx|tx|socket|bytes).*", 0.4, 0),
    TRAFFIC(".*(request|ops|rate|qps|rps|lod|load|count|throughput|calls).*", 0.3, 0),
    OTHER(".*", 0.5, 0);

    private final Pattern words;
    final double weight;
    private final int bad;

    Trait(String words, double weight, int bad) {
        this.words = Pattern.compile(words);
        this.weight = weight;
        this.bad = bad;
    }

    static Trait of(String metric) {
        String name = metric.toLowerCase(Locale.ROOT);
        for (Trait trait : values()) {
            if (trait.words.matcher(name).matches()) {
                return trait;
            }
        }
        return OTHER;
    }

    /** Rates of success as shares of failure, since a fall from 100 % to 98 % is no small one. */
    double[] comparable(double[] values) {
        if (this != GOOD) {
            return values;
        }
        double whole = Arrays.stream(values).filter(Double::isFinite).anyMatch(x -> x > 1.5) ? 100 : 1;
        return Arrays.stream(values).map(x -> 1 - x / whole).toArray();
    }

    boolean symptom() {
        return this == LATENCY || this == GOOD || this == ERRORS;
    }

    /** How far a move of this size and sign counts: a move for the better counts little. */
    double badness(double move) {
        return bad == 0 || Math.signum(move) == bad ? 1 : 0.15;
    }
}
