package com.srecopilot.realtime;

import java.nio.charset.StandardCharsets;

/** An entry of the live log, encoded once for all who listen. */
record LiveEvent(EventId id, String topic, byte[] bytes) {

    static LiveEvent of(EventId id, String topic, String name, String html) {
        return new LiveEvent(id, topic, encode(id.toString(), name, html));
    }

    /** Tells a page that what it missed is no longer in the log, or too much. */
    static LiveEvent reload(EventId newest) {
        return new LiveEvent(newest, "", encode(newest.toString(), "reload", ""));
    }

    private static byte[] encode(String id, String name, String data) {
        var text = new StringBuilder(data.length() + 96).append("id: ").append(id).append("\nevent: ").append(name).append('\n');
        data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
        if (data.isEmpty()) {
            text.append("data: \n");
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }
}
