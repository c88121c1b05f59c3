package com.srecopilot.alert.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Text made fit for the database and for a page: no control characters, no lone surrogates, no endless lengths. */
public final class CleanText {

    private static final String MARK = "…";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private CleanText() {
    }

    /** Keeps tabs and line ends. Most text is clean, and returned as it is. */
    public static String of(String text) {
        int dirty = 0;
        while (dirty < text.length() && isPlain(text.charAt(dirty))) {
            dirty++;
        }
        return dirty == text.length() ? text : scrubbed(text);
    }

    /** One line, for titles and names. */
    public static String line(String text) {
        return isPlainLine(text) ? text : BLANKS.matcher(of(text)).replaceAll(" ").strip();
    }

    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - MARK.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MARK;
    }

    /** A key too long for an index keeps its beginning, for people, and a digest, to stay itself. */
    public static String key(String text, int limit) {
        String clean = line(text);
        return clean.length() <= limit ? clean : cut(clean, limit - 66) + " " + digest(clean);
    }

    /** ASCII words with single spaces between them: most names and titles, which then cost one look. */
    private static boolean isPlainLine(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    private static boolean isPlain(char c) {
        return c == '\n' || c == '\t' || c >= ' ' && c < 0x7f || c > 0x9f && !Character.isSurrogate(c);
    }

    private static String scrubbed(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(CleanText::isKept).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isKept(int codePoint) {
        return Character.isSupplementaryCodePoint(codePoint) || isPlain((char) codePoint);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
