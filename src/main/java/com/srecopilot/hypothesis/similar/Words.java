package com.srecopilot.hypothesis.similar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes text apart: into words without their English endings, and into runs of four letters that survive typing errors. */
public final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final int GRAM = 4;
    private static final List<String> ENDINGS = List.of("ations", "ation", "ings", "ing", "edly", "ied", "ies", "ers", "er", "ed", "es", "s", "ly");
    private static final Set<String> EMPTY = Set.of(("a an and are as at be been but by can could do does for from had has have he how i if in into is it "
            + "its me my no not of on or our so than that the their them then there these they this to too was we were what when where which while who "
            + "why will with would you your").split(" "));

    private Words() {
    }

    /** {@code PoolExhausted} is two words. */
    public static List<String> of(String text) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(HUMP.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT));
        while (found.find()) {
            String word = found.group();
            if (word.length() > 1 && !EMPTY.contains(word)) {
                words.add(stem(word));
            }
        }
        return words;
    }

    /** How words are written, by what {@link #of} makes of them. */
    public static Map<String, String> spelled(String text) {
        var spelled = new HashMap<String, String>();
        WORD.matcher(HUMP.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT)).results().map(MatchResult::group)
                .forEach(word -> spelled.putIfAbsent(stem(word), word));
        return spelled;
    }

    static List<String> grams(String text) {
        var grams = new ArrayList<String>();
        var found = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) {
            String word = "<" + found.group() + ">";
            for (int i = 0; i == 0 || i + GRAM <= word.length(); i++) {
                grams.add(word.substring(i, Math.min(word.length(), i + GRAM)));
            }
        }
        return grams;
    }

    private static String stem(String word) {
        return ENDINGS.stream().filter(ending -> word.endsWith(ending) && word.length() - ending.length() >= 3).findFirst()
                .map(ending -> word.substring(0, word.length() - ending.length())).orElse(word);
    }
}
