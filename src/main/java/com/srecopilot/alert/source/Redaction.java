package com.srecopilot.alert.source;

import java.util.regex.Pattern;

/** Takes what looks like a secret out of a payload before somebody reads it. */
final class Redaction {

    private static final Pattern SECRET = Pattern.compile(
            "(\"[^\"]{0,60}(?i:password|passwd|secret|token|api_?key|apikey|authorization|credential|routing_key|signature|cookie)[^\"]{0,60}\"\\s*:\\s*)\"(?:[^\"\\\\]++|\\\\.)*+\"?");
    private static final int SHOWN = 4_000;

    private Redaction() {
    }

    /** At most 4 000 characters of it. */
    static String of(String payload) {
        String start = payload.length() > SHOWN ? payload.substring(0, SHOWN) + "…" : payload;
        return SECRET.matcher(start).replaceAll("$1\"•••\"");
    }
}
