package com.srecopilot.hypothesis.opinion;

import java.util.List;

import com.srecopilot.hypothesis.Fact;

/**
 * What is left of an answer once everything without evidence is gone.
 *
 * @param order the ranks of the suspected causes, the likeliest first; empty when the model gave none
 * @param dropped how many lines were not shown, because they cited nothing or not what they say
 */
record Opinion(List<Integer> order, List<Sentence> sentences, int dropped) {

    static final Opinion EMPTY = new Opinion(List.of(), List.of(), 0);

    /** @param rank of the suspected cause that it is about, or 0 for a status update */
    record Sentence(int rank, String text, List<Fact> evidence) {

        public boolean draft() {
            return rank == 0;
        }
    }

    List<Sentence> explanations() {
        return sentences.stream().filter(sentence -> !sentence.draft()).toList();
    }

    List<Sentence> drafts() {
        return sentences.stream().filter(Sentence::draft).toList();
    }
}
