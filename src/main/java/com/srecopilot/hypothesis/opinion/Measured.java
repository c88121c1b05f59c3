package com.srecopilot.hypothesis.opinion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers of a text, as they are spelt, counted in words, with their units, and in the order of a change. */
record Measured(Set<String> numbers, Set<String> withUnits, Set<String> changes) {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");
    private static final Pattern WITH_UNIT = Pattern.compile("(\\d+(?:[.,:]\\d+)*)\\s*(%|percent\\b|\\p{Alpha}+)");
    private static final Pattern CHANGE = Pattern.compile("from (\\d\\S*?) to (\\d\\S*?)(?=[.,;:)]*(?:\\s|$))");
    private static final Map<String, String> UNITS = Stream.of(List.of("ms", "ms", "millisecond", "milliseconds"), List.of("s", "s", "sec", "second", "seconds"),
                    List.of("min", "min", "minute", "minutes"), List.of("h", "h", "hour", "hours"), List.of("d", "d", "day", "days"), List.of("%", "%", "percent"),
                    List.of("kb", "kb", "kib"), List.of("mb", "mb", "mib"), List.of("gb", "gb", "gib"), List.of("utc", "utc", "gmt", "am", "pm"), List.of("times", "times", "x", "fold"))
            .flatMap(unit -> unit.stream().skip(1).map(word -> Map.entry(word, unit.get(0)))).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final List<String> COUNTED = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern WORD = Pattern.compile("(?i)\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
            + "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|half|doubled?|tripled?|twice|thrice|dozens?)\\b");

    static Measured of(String text) {
        return new Measured(Stream.concat(found(NUMBER, text), found(WORD, text).map(Measured::digits)).collect(Collectors.toSet()),
                WITH_UNIT.matcher(text).results().filter(it -> UNITS.containsKey(lower(it.group(2)))).map(it -> it.group(1) + ' ' + UNITS.get(lower(it.group(2)))).collect(Collectors.toSet()),
                CHANGE.matcher(text).results().map(it -> it.group(1) + " → " + it.group(2)).collect(Collectors.toSet()));
    }

    boolean holds(Measured said) {
        return numbers.containsAll(said.numbers) && withUnits.containsAll(said.withUnits) && changes.containsAll(said.changes);
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group());
    }

    private static String digits(String word) {
        int count = COUNTED.indexOf(lower(word));
        return count < 0 ? lower(word) : Integer.toString(count);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
