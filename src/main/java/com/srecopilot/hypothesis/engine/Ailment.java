package com.srecopilot.hypothesis.engine;

import java.util.Locale;
import java.util.regex.Pattern;

import com.srecopilot.hypothesis.engine.Situation.Alert;

/** What an alert's title says of the kind of trouble; senders have no common field for it. */
enum Ailment {

    DOWN("down\\b|unreachable|unavailable|refused|crash|not ?ready|absent|restart", "is down", 0.3),
    SATURATED("pool|exhaust|saturat|quota|\\bfull\\b|out of|oom|memory|disk|cpu|throttl|limit|backlog|queue|connections",
            "has run into a limit", 0.33),
    SLOW("latenc|slow|time ?out|p9\\d|duration|delay", "is slow", 0.22),
    FAILING("error|fail|5\\d\\d|5xx|exception|reject", "is failing", 0.25),
    UNCLEAR("$", "is in trouble", 0.2);

    private static final Pattern TRAFFIC = Pattern.compile("traffic|requests|retr(y|ies)|\\bload|burst");

    private final Pattern words;
    private final String verb;
    private final double ownFault;

    Ailment(String words, String verb, double ownFault) {
        this.words = Pattern.compile(words);
        this.verb = verb;
        this.ownFault = ownFault;
    }

    static Ailment of(Alert alert) {
        String title = title(alert);
        for (Ailment ailment : values()) {
            if (ailment.words.matcher(title).find()) {
                return ailment;
            }
        }
        return UNCLEAR;
    }

    static boolean speaksOfTraffic(Alert alert) {
        return TRAFFIC.matcher(title(alert)).find();
    }

    /** As in "orders-db <u>is failing</u>". */
    String verb() {
        return verb;
    }

    /** How often such an alert, with nothing else known, is the service's own fault: a limit is, an error rarely. */
    double ownFault() {
        return ownFault;
    }

    private static String title(Alert alert) {
        return Words.quoted(alert.title()).toLowerCase(Locale.ROOT);
    }
}
