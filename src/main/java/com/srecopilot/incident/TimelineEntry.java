package com.srecopilot.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.srecopilot.tenancy.TenantEvent;

/**
 * One thing that happened.
 *
 * @param actor the person's name, or the part of the product that acted
 * @param url where its subject can be seen, or null
 */
public record TimelineEntry(UUID id, int incident, Instant at, String kind, String label, String icon, UUID actorId,
        String actor, String text, String note, String url, String state) {

    /** When, to the minute. */
    public String clock() {
        return at.toString().substring(11, 16);
    }

    public String moment() {
        return at.toString().substring(0, 10) + " " + at.toString().substring(11, 19) + " UTC";
    }

    /** Its alert is named by the text alone. */
    public boolean fired() {
        return kind.equals("alert.fired") && url != null;
    }

    /** Its glyph in the sprite. */
    public String glyph() {
        return "/icons/sprite.svg#" + (resolved() ? "flag" : "Reopened".equals(text) ? "rotate-ccw" : icon);
    }

    /** The class that colours its mark; empty for what is neither good nor bad. */
    public String tone() {
        return switch (kind) {
            case "alert.fired", "incident.opened" -> "tone-danger";
            case "hypothesis.validated", "alert.resolved" -> "tone-success";
            case "state.changed" -> resolved() ? "tone-success" : "tone-primary";
            default -> resolved() ? "tone-success" : "";
        };
    }

    private boolean resolved() {
        return "resolved".equals(state);
    }

    /** Entries were written, to the timelines of the incidents of these numbers; open pages show them. */
    public record Added(UUID tenant, Map<Integer, List<UUID>> entries) implements TenantEvent {
    }
}
