package com.srecopilot.demo.story;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the words of one incident: a number once drawn stays the same in everything that is said of it. */
final class Wording {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)(?::(\\d+)-(\\d+))?}");

    private final Random random;
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> said = new HashSet<>();

    Wording(Script script, Event event, Random random) {
        this.random = random;
        Map<String, List<String>> words = script.words();
        know("service", event.service());
        know("region", anyOf(script.services().values().stream().map(Script.Part::region).distinct().toList()));
        know("clock", event.start().atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("HH:mm")));
        know("weekday", DayOfWeek.of(1 + random.nextInt(7)).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        know("host", event.service().split("-")[0] + "-" + Integer.toHexString(0x1000 + random.nextInt(0xefff)) + "-" + (char) ('b' + random.nextInt(20)) + random.nextInt(10));
        know("path", anyOf(words.get("routes")));
        know("customers", anyOf(words.get("customers")));
        know("country", anyOf(words.get("countries")));
        know("currency", anyOf(words.get("currencies")));
        know("wallet", anyOf(words.get("wallets")));
        event.trouble().texts().forEach(this::draw);
    }

    private void draw(String text) {
        SLOT.matcher(text).results().filter(slot -> slot.group(2) != null).forEach(slot -> value(slot.group(1), slot.group(2), slot.group(3)));
    }

    void know(String slot, String value) {
        known.put(slot, value);
    }

    /** One of them, and rather one that was not said yet of this incident. */
    String oneOf(List<String> texts) {
        List<String> fresh = texts.stream().filter(text -> !said.contains(text)).toList();
        String text = anyOf(fresh.isEmpty() ? texts : fresh);
        said.add(text);
        return text;
    }

    String anyOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** @throws IllegalStateException when the script names a slot that nobody knows */
    String fill(String text) {
        Matcher slots = SLOT.matcher(text);
        return slots.replaceAll(slot -> Matcher.quoteReplacement(value(slot.group(1), slot.group(2), slot.group(3))));
    }

    private String value(String name, String low, String high) {
        if (low != null) {
            return known.computeIfAbsent(name, slot -> number(Integer.parseInt(low), Integer.parseInt(high)));
        }
        if (!known.containsKey(name)) {
            throw new IllegalStateException("The script says {" + name + "} before it draws it");
        }
        return known.get(name);
    }

    private String number(int low, int high) {
        return String.format(Locale.ROOT, "%,d", low + random.nextInt(high - low + 1)).replace(',', '\u00a0');
    }
}
