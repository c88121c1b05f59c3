package com.srecopilot.hypothesis.opinion;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.srecopilot.hypothesis.Fact;
import com.srecopilot.hypothesis.HypothesisView;

/**
 * Whether a sentence says only what it cites: each of its numbers, services and words that are no plain words stand in
 * the cited evidence or in the claim itself. That a sentence is true of them is for people to judge.
 */
final class Grounds {

    private static final int LONGEST = 400;
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");
    /** Paths, commands, addresses, code; what makes a link or a picture of text. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Zs}.,:;'’\"“”()%+–—!?-]*");
    /** Not even where an alert says it. */
    private static final Pattern NEVER = Pattern.compile("(?i)://|www\\.|[<>`]");
    private static final Pattern DOTTED = Pattern.compile("[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)+");

    private Grounds() {
    }

    /** @param about the suspected cause that it is about, or null */
    static boolean hold(String text, HypothesisView about, List<Fact> cited, Set<String> services) {
        String known = cited.stream().map(Fact::text).collect(Collectors.joining("\n")) + (about == null ? "" : "\n" + about.claim());
        if (text.isBlank() || NEVER.matcher(text).find() || text.length() > LONGEST || !words(text).allMatch(word -> PLAIN.matcher(word).matches() || known.contains(trimmed(word)))) {
            return false;
        }
        Set<String> numbers = found(NUMBER, known);
        boolean counted = numbers.containsAll(found(NUMBER, text));
        boolean named = services.stream().allMatch(service -> !text.contains(service) || known.contains(service));
        return counted && named && DOTTED.matcher(text).results().map(MatchResult::group).allMatch(known::contains);
    }

    private static java.util.stream.Stream<String> words(String text) {
        return Pattern.compile("\\s+").splitAsStream(text.strip());
    }

    private static String trimmed(String word) {
        return word.replaceAll("^[(\"“']+|[.,:;)\"”'!?]+$", "");
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
