package com.srecopilot.hypothesis.similar;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Ranks texts by how much they are like one: BM25F over title and body (Zaragoza et al., TREC 2004), where the title
 * counts threefold, mixed with runs of letters of the title. Scores are shares of what the text itself would score, so
 * that they mean the same for short and long ones. Holds texts by number; later ones may be added at any time.
 */
final class Likeness {

    private static final double SATURATION = 1.2;
    private static final double TITLE = 3;
    private static final double BODY_IN_QUERY = 0.25;
    private static final double MOST_IN_QUERY = 1.5;
    private static final double LETTERS = 1.0 / 3;

    private final Field titles = new Field(0.4);
    private final Field bodies = new Field(0.75);
    private final Field letters = new Field(0.4);
    private final Map<String, Integer> spread = new HashMap<>();
    private final TreeMap<Integer, Boolean> numbers = new TreeMap<>();

    /** @param score from 0, nothing in common, to about 1, the same text */
    record Match(int number, double score) {
    }

    void add(int number, String title, String body) {
        if (numbers.put(number, true) == null) {
            Map<String, Integer> inTitle = titles.add(number, Words.of(title));
            Map<String, Integer> inBody = bodies.add(number, Words.of(body));
            letters.add(number, Words.grams(title));
            inTitle.keySet().forEach(word -> spread.merge(word, 1, Integer::sum));
            inBody.keySet().stream().filter(word -> !inTitle.containsKey(word)).forEach(word -> spread.merge(word, 1, Integer::sum));
        }
    }

    int size() {
        return numbers.size();
    }

    int last() {
        return numbers.isEmpty() ? 0 : numbers.lastKey();
    }

    /** The best first; equal ones, the newest first. @param number of a text that was added */
    List<Match> like(int number, Predicate<Integer> candidates, int most) {
        Map<String, Double> query = query(number);
        double wordsOfItself = words(query, number);
        double lettersOfItself = letters(number, number);
        return numbers.keySet().stream().filter(other -> other != number && candidates.test(other))
                .map(other -> new Match(other, (1 - LETTERS) * share(words(query, other), wordsOfItself) + LETTERS * share(letters(number, other), lettersOfItself)))
                .filter(match -> match.score() > 0)
                .sorted(Comparator.comparingDouble(Match::score).thenComparing(Match::number).reversed()).limit(most).toList();
    }

    /** What both have in common, what says most first. @param text of the first, whose spelling it takes */
    List<String> common(int number, int other, String text) {
        Map<String, String> spelled = Words.spelled(text);
        return query(number).keySet().stream().filter(word -> titles.weight(other, word) + bodies.weight(other, word) > 0)
                .sorted(Comparator.comparingDouble((String word) -> rarity(word)).reversed()).limit(4)
                .map(word -> spelled.getOrDefault(word, word)).toList();
    }

    private Map<String, Double> query(int number) {
        var query = new HashMap<String, Double>();
        titles.of(number).keySet().forEach(word -> query.put(word, 1.0));
        bodies.of(number).forEach((word, count) -> query.merge(word, BODY_IN_QUERY * Math.min(count, 3), Double::sum));
        query.replaceAll((word, weight) -> Math.min(weight, MOST_IN_QUERY));
        return query;
    }

    private double words(Map<String, Double> query, int other) {
        double score = 0;
        for (Map.Entry<String, Double> word : query.entrySet()) {
            double weight = TITLE * titles.weight(other, word.getKey()) + bodies.weight(other, word.getKey());
            score += weight == 0 ? 0 : word.getValue() * rarity(word.getKey()) * weight / (SATURATION + weight);
        }
        return score;
    }

    private double letters(int number, int other) {
        double score = 0;
        for (String gram : letters.of(number).keySet()) {
            double weight = letters.weight(other, gram);
            score += weight == 0 ? 0 : rarity(letters.spread(gram)) * weight / (SATURATION + weight);
        }
        return score;
    }

    private double rarity(String word) {
        return rarity(spread.getOrDefault(word, 0));
    }

    private double rarity(int texts) {
        return Math.log(1 + (numbers.size() - texts + 0.5) / (texts + 0.5));
    }

    private static double share(double score, double whole) {
        return whole == 0 ? 0 : score / whole;
    }

    /** One part of all texts. Long ones need a word more often for the same weight. */
    private static final class Field {

        private final double lengthMatters;
        private final Map<Integer, Map<String, Integer>> counts = new HashMap<>();
        private final Map<Integer, Integer> lengths = new HashMap<>();
        private final Map<String, Integer> spread = new HashMap<>();
        private long total;

        private Field(double lengthMatters) {
            this.lengthMatters = lengthMatters;
        }

        private Map<String, Integer> add(int number, List<String> words) {
            var count = new HashMap<String, Integer>();
            words.forEach(word -> count.merge(word, 1, Integer::sum));
            count.keySet().forEach(word -> spread.merge(word, 1, Integer::sum));
            counts.put(number, count);
            lengths.put(number, words.size());
            total += words.size();
            return count;
        }

        private Map<String, Integer> of(int number) {
            return counts.get(number);
        }

        private int spread(String word) {
            return spread.getOrDefault(word, 0);
        }

        private double weight(int number, String word) {
            Integer count = counts.get(number).get(word);
            double average = Math.max(1, (double) total / counts.size());
            return count == null ? 0 : count / (1 - lengthMatters + lengthMatters * lengths.get(number) / average);
        }
    }
}
