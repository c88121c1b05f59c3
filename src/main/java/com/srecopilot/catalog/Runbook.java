package com.srecopilot.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.srecopilot.identity.Invalid;

/**
 * Where it is written what to do about a service.
 *
 * @param title empty when it has none; its address stands for it then
 */
public record Runbook(String url, String title) {

    public static final int MOST = 20;
    private static final int LONGEST = 1_000;
    private static final String HERE = "/[\\w.#-][\\w./#-]*";
    private static final String ADDRESS = "https?://[^\\s\"<>]+|" + HERE;

    /** The words that people see. */
    public String words() {
        return title.isEmpty() ? url : title;
    }

    /** Whether it is a page of this product. */
    public boolean here() {
        return url.matches(HERE);
    }

    /** As one writes it, and as it is stored: the address, then the title if any. */
    public String line() {
        return title.isEmpty() ? url : url + " " + title;
    }

    /** @throws Invalid unless it is a web address, or a path of this product such as {@code /runbooks#ServiceDown}, with an optional title on either side */
    public static Runbook parse(String line) {
        if (line.strip().length() > LONGEST) {
            throw new Invalid("runbooks", "takes lines of at most " + LONGEST + " characters");
        }
        List<String> words = List.of(line.strip().split("\\s+"));
        Optional<String> address = Stream.of(words.get(0), words.get(words.size() - 1)).filter(word -> word.matches(ADDRESS)).findFirst();
        String url = address.orElseThrow(() -> new Invalid("runbooks", "needs an address that starts with http://, https:// or / in each line; this has none: " + line.strip()));
        int at = words.indexOf(url);
        return new Runbook(url, String.join(" ", at == 0 ? words.subList(1, words.size()) : words.subList(0, words.size() - 1)));
    }

    /** One a line; empty lines don't count. @throws Invalid for one that is none, or beyond 20 */
    public static List<Runbook> parseAll(String lines) {
        List<Runbook> runbooks = lines.lines().filter(line -> !line.isBlank()).map(Runbook::parse).distinct().toList();
        if (runbooks.size() > MOST) {
            throw new Invalid("runbooks", "takes at most " + MOST + " links; these are " + runbooks.size());
        }
        return runbooks;
    }
}
