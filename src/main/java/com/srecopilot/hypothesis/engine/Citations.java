package com.srecopilot.hypothesis.engine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import com.srecopilot.hypothesis.engine.Evidence.Kind;
import com.srecopilot.hypothesis.engine.Situation.Alert;
import com.srecopilot.hypothesis.engine.Situation.Change;
import com.srecopilot.hypothesis.engine.Situation.Edge;
import com.srecopilot.hypothesis.engine.Situation.PastIncident;
import com.srecopilot.hypothesis.rootcause.Finding;

/** Turns facts into evidence: the only place where the engine's sentences are made, each beside the fact's own link. */
final class Citations {

    private final Scene scene;

    Citations(Scene scene) {
        this.scene = scene;
    }

    Evidence alert(Alert alert) {
        String on = alert.service().isEmpty() ? "" : " on " + alert.service();
        String since = time(alert.startsAt());
        String when = alert.endsAt() == null ? " has been firing" + on + " since " + since
                : " fired" + on + " from " + since + " to " + time(alert.endsAt());
        return new Evidence(Kind.ALERT, "“" + titleOf(alert) + "”" + when, alert.url());
    }

    /** The title without the service, which the sentence names itself. */
    static String titleOf(Alert alert) {
        String title = Words.quoted(alert.title());
        String prefix = alert.service() + ":";
        boolean repeats = !alert.service().isEmpty() && title.startsWith(prefix) && title.length() > prefix.length();
        return title.isEmpty() ? "An alert without a title" : repeats ? title.substring(prefix.length()).strip() : title;
    }

    Evidence change(Change change) {
        String before = change.previousVersion().isEmpty() ? "" : ", after " + version(change.previousVersion());
        String summary = change.summary().isEmpty() ? "" : ": " + Words.quoted(change.summary());
        return new Evidence(Kind.CHANGE, did(change) + " at " + time(change.at()) + ", " + scene.before(change.at()) + before
                + summary, change.url());
    }

    /** "checkout-service v1.2.3 was deployed". */
    static String did(Change change) {
        String version = change.version().isEmpty() ? "" : " " + version(change.version());
        return switch (change.kind()) {
            case "deployment", "deploy", "release" -> change.service() + version + " was deployed";
            case "rollback" -> change.service() + " was rolled back" + (version.isEmpty() ? "" : " to" + version);
            case "configuration", "config" -> "The configuration of " + change.service() + version + " was changed";
            default -> change.service() + version + " was changed"
                    + (change.kind().isEmpty() ? "" : " (" + Words.quoted(change.kind()) + ")");
        };
    }

    private static String version(String version) {
        String line = Words.quoted(version);
        return Character.isDigit(line.charAt(0)) ? "v" + line : line;
    }

    Evidence edge(Edge edge) {
        return new Evidence(Kind.EDGE, edge.caller() + " calls " + edge.callee(), edge.url());
    }

    List<Evidence> path(String service) {
        return scene.pathTo(service).stream().map(this::edge).toList();
    }

    Evidence incident(PastIncident past) {
        String title = past.title().isEmpty() ? "" : ", “" + Words.quoted(past.title()) + "”,";
        String cause = past.cause().isEmpty() ? "no cause was validated" : "its validated cause: " + Words.quoted(past.cause());
        return new Evidence(Kind.INCIDENT, "INC-" + past.number() + title + " had the same alerts and " + end(past)
                + "; " + cause, past.url());
    }

    /** Of a metric with the chart beside it; of a log line or a span in its words. */
    Evidence finding(String service, Finding finding) {
        Instant at = Instant.ofEpochSecond((long) finding.at());
        String url = "/incidents/" + scene.situation().incident().number() + "/hypotheses/charts?service=" + encoded(service)
                + (finding.series() == null ? "" : "&metric=" + encoded(finding.series().metric()));
        return new Evidence(Kind.METRIC, service + ": " + Words.quoted(finding.words()) + since(at), url,
                finding.series() == null ? null : Chart.of(finding));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** ", since 11:58 UTC". */
    String since(Instant at) {
        return ", since " + time(at);
    }

    static Evidence verdicts(TrackRecord record) {
        return new Evidence(Kind.VERDICT, record.words(), "/hypotheses/accuracy#own-title");
    }

    private String end(PastIncident past) {
        if (past.resolvedAt() == null) {
            return "is still open";
        }
        String took = past.took() == null ? "" : " after " + Words.span(past.took());
        return "was resolved on " + Words.date(past.resolvedAt(), scene.situation().now()) + took;
    }

    private String time(Instant at) {
        return Words.time(at, scene.situation().now());
    }
}
