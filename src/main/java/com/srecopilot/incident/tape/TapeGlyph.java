package com.srecopilot.incident.tape;

import java.util.stream.Stream;

import com.srecopilot.incident.TimelineKind;

/** How an entry looks on the tape: as on the timeline. */
record TapeGlyph(String icon, String tone) {

    static TapeGlyph of(String kind, String state) {
        if (kind.equals(TimelineKind.STATE_CHANGED.word())) {
            return "resolved".equals(state) ? new TapeGlyph("flag", "success") : new TapeGlyph("search", "primary");
        }
        String icon = Stream.of(TimelineKind.values()).filter(known -> known.word().equals(kind)).findFirst().map(TimelineKind::icon).orElse("info");
        return new TapeGlyph(icon, switch (kind) {
            case "incident.opened" -> "danger";
            case "hypothesis.validated" -> "success";
            default -> "plain";
        });
    }
}
