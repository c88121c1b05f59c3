package com.srecopilot.hypothesis;

import com.srecopilot.hypothesis.engine.Evidence;

/**
 * What a claim rests on.
 *
 * @param kind {@code alert}, {@code change}, {@code edge} or {@code incident}
 * @param text plain text; may hold what senders wrote
 * @param url opens the very alert, change, edge or incident
 */
public record Fact(String kind, String text, String url) {

    static Fact of(Evidence evidence) {
        return new Fact(evidence.kind().word(), evidence.text(), evidence.url());
    }

    /** Of the sprite. */
    public String icon() {
        return switch (kind) {
            case "alert" -> "bell-ring";
            case "change" -> "git-commit-horizontal";
            case "edge" -> "route";
            default -> "history";
        };
    }
}
