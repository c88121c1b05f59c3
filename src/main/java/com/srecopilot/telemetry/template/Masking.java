package com.srecopilot.telemetry.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is no word of a line, as far as its looks tell: numbers, ids, quotations, addresses, lists and what stands behind an equals sign give way to {@code <*>}. */
public final class Masking {

    static final String OTHER = "<*>";
    private static final int LONGEST = 300;
    private static final Pattern MESSAGE = Pattern.compile("\"(?:message|msg|event|log)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,1000}+)\"");
    private static final Pattern VARIABLE = Pattern.compile("\"[^\"]*+\"|'[^' ]*+'|(?<==)\\[[^\\]]*+]|\\{[^}]*+}?|\\[[^\\]]*[\\d,:][^\\]]*+]?|(?<==)[^\\s,;)\\]}]++|[A-Za-z_.:/@#%+-]*+\\d[\\w.:/@#%+-]*+");
    private static final Pattern REPEATED = Pattern.compile("<\\*>(?:[\\s,;]*<\\*>)+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Masking() {
    }

    /** The words of its first line. */
    public static String[] words(String line) {
        String text = line.startsWith("{") ? message(line) : line;
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        String head = first.length() > LONGEST ? first.substring(0, LONGEST) : first;
        return split(REPEATED.matcher(VARIABLE.matcher(head).replaceAll(OTHER)).replaceAll(OTHER));
    }

    /** The words of a template. */
    public static String[] split(String template) {
        return SPACE.split(template.strip());
    }

    /** Of a line that is JSON, what it says. */
    private static String message(String line) {
        Matcher found = MESSAGE.matcher(line);
        return found.find() ? found.group(1) : line;
    }
}
