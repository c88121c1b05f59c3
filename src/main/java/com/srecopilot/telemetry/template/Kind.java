package com.srecopilot.telemetry.template;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Lines that differ in numbers and names only. @param words with {@code <*>} for what differs */
public record Kind(long id, String[] words) {

    /** What tells one statement from another is no name, however often it changes. */
    private static final Pattern TELLING = Pattern.compile(
            "(?i).*(?:error|exception|fail|fatal|panic|time[ds]?-?out|refus|denied|unavailable|abort|reject|severe|critical|warn|deadlock|unreachable|succe|complete|start|finish|stop|retry|connected).*");

    public String template() {
        return String.join(" ", words);
    }

    /** As it is, without learning anything of it. */
    boolean fits(String[] line) {
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals(line[i]) && !(variable(words[i]) && (variable(line[i]) || !telling(line[i])))) {
                return false;
            }
        }
        return true;
    }

    int literals() {
        return (int) Arrays.stream(words).filter(word -> !variable(word)).count();
    }

    static boolean variable(String word) {
        return word.contains(Masking.OTHER);
    }

    static boolean telling(String word) {
        return TELLING.matcher(word).matches();
    }
}
