package com.srecopilot.incident.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a log, taken apart for the eye.
 *
 * @param tone {@code error}, {@code warning} or empty, for the whole line
 */
public record LogLine(String tone, List<Token> tokens) {

    private static final String TIME = "\\d{4}[-/]\\d{2}[-/]\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})?|"
            + "(?<![\\d:.])\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?(?![\\d:])|[A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2}";
    private static final String LEVEL = "\\b(?:FATAL|PANIC|CRITICAL|SEVERE|ERROR|ERR|WARNING|WARN|INFO|NOTICE|DEBUG|TRACE|fatal|panic|critical|error|warning|warn|info|debug|trace)\\b";
    private static final Pattern MARKED = Pattern.compile("(?<time>" + TIME + ")|(?<level>" + LEVEL + ")");
    private static final Pattern TRACE = Pattern.compile("^\\s+at \\S+\\(|^Caused by: |^Traceback |^\\S*(?:Exception|Error)(?::|$)");
    /** So much of a line is looked through; the rest of it is plain. */
    private static final int LOOKED_AT = 300;

    /** @param kind {@code time}, {@code level} or empty */
    public record Token(String kind, String text) {
    }

    public static List<LogLine> all(String text) {
        return text == null ? List.of() : text.lines().map(LogLine::of).toList();
    }

    static LogLine of(String line) {
        List<Token> tokens = new ArrayList<>();
        String tone = TRACE.matcher(line.substring(0, Math.min(line.length(), LOOKED_AT))).find() ? "error" : "";
        Matcher marked = MARKED.matcher(line).region(0, Math.min(line.length(), LOOKED_AT));
        int end = 0;
        boolean levelled = false;
        while (marked.find()) {
            boolean level = marked.group("level") != null;
            if (level && levelled) {
                continue;
            }
            plain(tokens, line.substring(end, marked.start()));
            tokens.add(new Token(level ? "level" : "time", marked.group()));
            tone = level ? toneOf(marked.group(), tone) : tone;
            levelled |= level;
            end = marked.end();
        }
        plain(tokens, line.substring(end));
        return new LogLine(tone, tokens);
    }

    private static void plain(List<Token> tokens, String text) {
        if (!text.isEmpty()) {
            tokens.add(new Token("", text));
        }
    }

    private static String toneOf(String level, String otherwise) {
        return switch (level.toUpperCase(Locale.ROOT)) {
            case "FATAL", "PANIC", "CRITICAL", "SEVERE", "ERROR", "ERR" -> "error";
            case "WARN", "WARNING" -> "warning";
            default -> otherwise;
        };
    }
}
