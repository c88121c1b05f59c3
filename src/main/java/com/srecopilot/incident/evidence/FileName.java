package com.srecopilot.incident.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names of files that strangers chose. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {
    }

    /** Without folders, control characters and marks that turn the direction of reading; the end survives a cut. */
    static String of(String given) {
        String name = (given == null ? "" : given).replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
        if (name.isEmpty() || name.matches("\\.+")) {
            return "file";
        }
        return name.length() <= LONGEST ? name : shortened(name);
    }

    private static String shortened(String name) {
        String end = name.substring(Math.max(name.lastIndexOf('.'), name.length() - 12));
        String begin = name.substring(0, LONGEST - end.length());
        boolean split = Character.isHighSurrogate(begin.charAt(begin.length() - 1));
        return (split ? begin.substring(0, begin.length() - 1) : begin) + end;
    }

    /** As RFC 6266 wants it: a plain name for old readers, the true one in UTF-8 beside it. */
    static String attachment(String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"" + (plain.equals(name) ? "" : "; filename*=UTF-8''" + encoded);
    }
}
