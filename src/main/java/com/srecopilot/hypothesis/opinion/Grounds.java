package com.srecopilot.hypothesis.opinion;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.srecopilot.hypothesis.Fact;
import com.srecopilot.hypothesis.HypothesisView;

/**
 * Whether a sentence says only what it cites: each of its numbers with its unit, its services and its words that are no
 * plain words stand in the cited evidence or in the claim itself; it denies nothing and reports no end of anything that
 * these do not. That a sentence is otherwise true of them is for people to judge.
 */
final class Grounds {

    private static final int LONGEST = 400;
    /** Paths, commands, addresses, code; what makes a link or a picture of text. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Zs}.,:;'’\"“”()%+–—!?-]*");
    /** Not even where an alert says it. */
    private static final Pattern NEVER = Pattern.compile("(?i)://|www\\.|[<>`]");
    private static final Pattern DOTTED = Pattern.compile("[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)+");

    /** Of a sentence that says why this is no cause. */
    private static final Pattern NO_CAUSE = Pattern.compile("(?i)\\b(?:is|are|was|were) (?:likely |probably )?not (?:likely |probably )?(?:the |a )?(?:root )?cause\\b");
    private static final Pattern DENIED = Pattern.compile("(?i)\\b(?:not|never|without|none|nothing|nobody|no|false|neither)\\b|n['’]t\\b");
    private static final Pattern OVER = Pattern.compile("(?i)\\b(?:resolved|recover(?:ed|s|ing)|fixed|restored|mitigated|solved|rolled back|reverted|validated|confirmed|rejected|closed|healthy"
            + "|back to normal|all clear|over|fine|safe|harmless|lost|leaked|stolen|breach(?:ed)?|deleted|corrupt(?:ed|ion)?)\\b");

    private Grounds() {
    }

    /** @param about the suspected cause that it is about, or null */
    static boolean hold(String text, HypothesisView about, List<Fact> cited, Set<String> services) {
        String known = cited.stream().map(Fact::text).collect(Collectors.joining("\n")) + (about == null ? "" : "\n" + about.claim());
        if (text.isBlank() || NEVER.matcher(text).find() || text.length() > LONGEST || !words(text).allMatch(word -> PLAIN.matcher(word).matches() || known.contains(trimmed(word)))) {
            return false;
        }
        boolean named = services.stream().allMatch(service -> !names(text, service) || names(known, service));
        return Measured.of(known).holds(Measured.of(text)) && named && tells(DENIED, known, NO_CAUSE.matcher(text).replaceAll("")) && tells(OVER, known, text)
                && DOTTED.matcher(text).results().map(MatchResult::group).allMatch(known::contains);
    }

    /** Whatever of this kind the sentence says, the evidence says in some word. */
    private static boolean tells(Pattern kind, String known, String text) {
        return !kind.matcher(text).find() || kind.matcher(known).find();
    }

    /** As a word of its own, however it is capitalised. */
    private static boolean names(String text, String service) {
        String lower = text.toLowerCase(Locale.ROOT);
        String name = service.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
            boolean begins = at == 0 || !partOfName(lower.charAt(at - 1));
            int end = at + name.length();
            if (begins && (end == lower.length() || !partOfName(lower.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean partOfName(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '-' || letter == '_';
    }

    private static java.util.stream.Stream<String> words(String text) {
        return Pattern.compile("\\s+").splitAsStream(text.strip());
    }

    private static String trimmed(String word) {
        return word.replaceAll("^[(\"“']+|[.,:;)\"”'!?]+$", "");
    }
}
