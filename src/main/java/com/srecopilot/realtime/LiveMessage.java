package com.srecopilot.realtime;

/**
 * One fragment on its way to open pages.
 *
 * @param topic who listens, such as {@code incidents} or {@code incident:42}
 * @param part what changed within it, or null; pages see the event name {@code topic.part}
 * @param html viewer-neutral; its root element has a stable id
 */
public record LiveMessage(String topic, String part, String html) {

    String eventName() {
        return part == null ? topic : topic + "." + part;
    }
}
