package com.srecopilot.incident.evidence;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One piece of evidence.
 *
 * @param incident the number of its incident
 * @param kind {@code file}, {@code log} or {@code link}
 * @param mediaType what the content is, judged by itself; empty for links
 * @param bytes of the content; 0 for links
 * @param link http or https, or null
 * @param store where the content is kept, or null
 * @param excerpt the beginning of a log, or null
 * @param addedBy a name
 */
public record Evidence(UUID id, int incident, String kind, String name, String note, String mediaType, long bytes,
        String link, String store, String excerpt, boolean previewed, Instant addedAt, String addedBy) {

    private static final String[] UNITS = {"B", "KB", "MB", "GB"};

    /** Its own page. */
    public String page() {
        return "/incidents/" + incident + "/evidence/" + id;
    }

    public String icon() {
        return "link".equals(kind) ? "external-link" : "log".equals(kind) ? "scroll-text" : mediaType.startsWith("image/") ? "image" : "file-text";
    }

    public boolean readable() {
        return "log".equals(kind) || mediaType.equals("text/plain");
    }

    /** The first lines of a log, marked up. */
    public List<LogLine> excerptLines() {
        return LogLine.all(excerpt);
    }

    /** What it is, in a few words: {@code image/png, 12 KB}, or the host that a link leads to. */
    public String what() {
        return link != null ? URI.create(link).getHost() : mediaType + ", " + size(bytes);
    }

    static String size(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit > 0 && size < 10 ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
    }
}
