package com.srecopilot.hypothesis.suggestion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.srecopilot.hypothesis.similar.Words;

/**
 * What a model sees of an incident: its words and pairs of words, the title's more than the rest's, at length one; and
 * marks, which are named {@code kind=value} as no word is.
 */
final class Features {

    private static final double BODY = 0.5;
    private static final double MARK = 2;
    private static final int LONGEST = 300;

    private final Map<String, Double> all = new LinkedHashMap<>();

    private Features() {
    }

    static Features of(String title, String body) {
        var features = new Features();
        features.add(title, 1);
        features.add(body.equals(title) ? "" : body, BODY);
        double length = Math.sqrt(features.all.values().stream().mapToDouble(value -> value * value).sum());
        features.all.replaceAll((name, value) -> value / length);
        return features;
    }

    /** Nothing happens when the value is not known. @param value may be null or empty */
    Features mark(String kind, String value) {
        if (value != null && !value.isEmpty()) {
            all.put(kind + "=" + value, MARK);
        }
        return this;
    }

    /** What another model thinks. */
    Features opinion(String whose, Map<String, Double> shares) {
        shares.forEach((value, share) -> all.put(whose + "=" + value, share));
        return this;
    }

    Map<String, Double> all() {
        return all;
    }

    /** Not a mark, not a pair of words, not what the model adds itself. */
    static boolean isWord(String name) {
        return name.equals(name.toLowerCase(Locale.ROOT)) && name.indexOf('=') < 0 && name.indexOf(' ') < 0;
    }

    private void add(String text, double weight) {
        List<String> words = Words.of(text.substring(0, Math.min(text.length(), LONGEST))).stream().filter(Features::says).toList();
        for (int i = 0; i < words.size(); i++) {
            all.merge(words.get(i), weight, Math::max);
            if (i > 0) {
                all.merge(words.get(i - 1) + " " + words.get(i), weight, Math::max);
            }
        }
    }

    /** Numbers tell hosts and percents, not what is wrong. */
    private static boolean says(String word) {
        return !Character.isDigit(word.charAt(0));
    }
}
