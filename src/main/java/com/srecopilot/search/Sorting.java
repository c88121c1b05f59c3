package com.srecopilot.search;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The orders that a list can be read in, each with its address. */
public record Sorting(List<Choice> choices) {

    /** {@code word} as it stands in an address: a column, with a minus where it descends; {@code words} for people. */
    public interface Order {

        String word();

        String words();
    }

    /** A stretch of a list that one index is walked for. */
    public record Part(String condition, String sorted) {
    }

    public record Choice(String word, String words, String url, boolean chosen) {
    }

    /** The head of a column. @param aria {@code ascending}, {@code descending} or {@code none} @param url its next order */
    public record Head(String aria, String url) {
    }

    /** @param word as it stands in the address. @param usual where it means none of them */
    public static <O extends Order> O named(String word, O[] orders, O usual) {
        return Arrays.stream(orders).filter(order -> order.word().equals(word)).findFirst().orElse(usual);
    }

    public static <O extends Order> Sorting of(O[] orders, O now, Function<O, String> url) {
        return new Sorting(Arrays.stream(orders).map(order -> new Choice(order.word(), order.words(), url.apply(order), order == now)).toList());
    }

    public Choice chosen() {
        return choices.stream().filter(Choice::chosen).findFirst().orElseThrow();
    }

    /** @param first the word of the order that the head leads to; once it holds, the head leads to the opposite one */
    public Head head(String first) {
        String opposite = first.startsWith("-") ? first.substring(1) : "-" + first;
        String now = chosen().word();
        String next = now.equals(first) ? opposite : first;
        String aria = now.equals(first) || now.equals(opposite) ? (now.startsWith("-") ? "descending" : "ascending") : "none";
        return new Head(aria, choices.stream().filter(choice -> choice.word().equals(next)).findFirst().orElseThrow().url());
    }
}
