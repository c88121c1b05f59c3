package com.srecopilot.telemetry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lines of one kind have in common: numbers, ids, quotations, addresses and what stands behind an equals sign give way to {@code <*>}. */
final class LogTemplate {

    static final String OTHER = "<*>";
    private static final int LONGEST = 300;
    private static final Pattern MESSAGE = Pattern.compile("\"(?:message|msg|event|log)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,1000}+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\"[^\"]*+\"|'[^' ]*+'|(?<==)[^\\s,;)\\]}]++|[A-Za-z_.:/@#%+-]*+\\d[\\w.:/@#%+-]*+");
    private static final Pattern REPEATED = Pattern.compile("<\\*>(?:[\\s,;]*<\\*>)+");

    private LogTemplate() {
    }

    static String of(String line) {
        String text = line.startsWith("{") ? message(line) : line;
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        String head = first.length() > LONGEST ? first.substring(0, LONGEST) : first;
        return REPEATED.matcher(VARIABLE.matcher(head).replaceAll(OTHER)).replaceAll(OTHER);
    }

    /** Of a line that is JSON, what it says. */
    private static String message(String line) {
        Matcher found = MESSAGE.matcher(line);
        return found.find() ? found.group(1) : line;
    }
}
