package com.srecopilot.incident.evidence;

import java.util.regex.Pattern;

import org.apache.tika.Tika;

/** What a content is, judged by its first bytes and never by its name. */
final class ContentKind {

    static final int LOOKED_AT = 1 << 16;

    private static final Pattern ACTIVE = Pattern.compile(".*(html|xml|svg|script|flash|mhtml|pdf\\+).*");

    private ContentKind() {
    }

    /** @return such as {@code image/png}; {@code application/octet-stream} when it tells nothing */
    static String of(byte[] beginning) {
        return Known.TYPES.detect(beginning);
    }

    /** What a download is declared as: nothing that a browser might run. */
    static String harmless(String mediaType) {
        return ACTIVE.matcher(mediaType).matches() ? "application/octet-stream" : mediaType;
    }

    /** Read from the library's list at the first upload, not at the start. */
    private static final class Known {

        private static final Tika TYPES = new Tika();
    }
}
