package com.srecopilot.realtime;

/**
 * One fragment on its way to open pages.
 *
 * @param topic who listens, such as {@code incidents} or {@code incident:42}
 * @param part what changed within it, or null; pages see the event name {@code topic.part}
 * @param html viewer-neutral; its root element has a stable id
 * @param audience the topic under which it goes out, or null to ask the {@link LiveAudience} that owns the topic
 */
public record LiveMessage(String topic, String part, String html, String audience) {

    public LiveMessage(String topic, String part, String html) {
        this(topic, part, html, null);
    }

    String eventName() {
        return part == null ? topic : topic + "." + part;
    }
}
