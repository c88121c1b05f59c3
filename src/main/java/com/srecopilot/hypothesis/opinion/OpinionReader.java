package com.srecopilot.hypothesis.opinion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.srecopilot.hypothesis.Fact;
import com.srecopilot.hypothesis.HypothesisView;
import com.srecopilot.hypothesis.opinion.Opinion.Sentence;

/**
 * Reads an answer as it arrives. Each sentence names its evidence before it says anything, so that what is shown of it
 * while it is still being written has its grounds as well. Lines without them are counted and never shown.
 */
final class OpinionReader {

    private static final Pattern ORDER = Pattern.compile("ORDER((?:[ ,]+H\\d{1,3})+)");
    private static final Pattern SENTENCE = Pattern.compile("(H\\d{1,3}|NOTE) ?\\[(E\\d{1,3}(?:[ ,]+E\\d{1,3})*)] ?(.*)");
    private static final int LINES = 12;

    private final Briefing briefing;
    private final StringBuilder line = new StringBuilder();
    private final List<Sentence> sentences = new ArrayList<>();
    private List<Integer> order = List.of();
    private int lines;
    private int dropped;

    OpinionReader(Briefing briefing) {
        this.briefing = briefing;
    }

    void take(String text) {
        for (char next : text.toCharArray()) {
            if (next == '\n') {
                end();
            } else {
                line.append(next);
            }
        }
    }

    /** With what can already be shown of the sentence that is being written: its whole words. */
    Opinion soFar() {
        var all = new ArrayList<>(sentences);
        int space = line.lastIndexOf(" ");
        if (space > 0 && lines < LINES) {
            Sentence written = sentence(line.substring(0, space).strip());
            if (written != null) {
                all.add(written);
            }
        }
        return new Opinion(order, List.copyOf(all), dropped);
    }

    Opinion whole() {
        end();
        return new Opinion(order, List.copyOf(sentences), dropped);
    }

    private void end() {
        String text = line.toString().strip();
        line.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        Sentence sentence = lines++ < LINES ? sentence(text) : null;
        if (sentence != null) {
            sentences.add(sentence);
        } else if (!readOrder(text)) {
            dropped++;
        }
    }

    private boolean readOrder(String text) {
        Matcher matcher = ORDER.matcher(text);
        if (!matcher.matches() || !order.isEmpty()) {
            return false;
        }
        Set<String> ids = ids(matcher.group(1));
        if (!briefing.causes().keySet().equals(ids)) {
            return false;
        }
        order = ids.stream().map(id -> Integer.valueOf(id.substring(1))).toList();
        return true;
    }

    private Sentence sentence(String text) {
        Matcher matcher = SENTENCE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        Set<String> ids = ids(matcher.group(2));
        boolean note = matcher.group(1).equals("NOTE");
        Briefing.Cause cause = briefing.causes().get(matcher.group(1));
        boolean itsOwn = note || cause != null && cause.evidence().stream().anyMatch(ids::contains);
        if (!itsOwn || !briefing.facts().keySet().containsAll(ids)) {
            return null;
        }
        List<Fact> cited = ids.stream().map(briefing.facts()::get).toList();
        HypothesisView about = note ? null : cause.hypothesis();
        String said = matcher.group(3).strip();
        return Grounds.hold(said, about, cited, briefing.services()) ? new Sentence(note ? 0 : about.rank(), said, cited) : null;
    }

    private static Set<String> ids(String text) {
        return new LinkedHashSet<>(List.of(text.strip().replaceFirst("^[ ,]+", "").split("[ ,]+")));
    }
}
