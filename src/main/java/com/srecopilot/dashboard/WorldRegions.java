package com.srecopilot.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where on the map regions are, by the names that clouds give them. */
final class WorldRegions {

    private static final int WEST = -170;
    private static final int NORTH = 78;
    private static final Map<String, Point> KNOWN = read();

    private WorldRegions() {
    }

    /** On a map of one unit a degree, from its upper left corner. */
    record Point(int x, int y) {
    }

    /** Also for a zone, such as {@code eu-west-1a}, or a number that we don't know. */
    static Optional<Point> find(String region) {
        String name = region.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        String zone = name.replaceFirst("(?<=\\d)-?[a-f]$", "");
        return Stream.of(name, zone, zone.replaceFirst("-?\\d+$", "")).map(KNOWN::get).filter(point -> point != null).findFirst();
    }

    private static Map<String, Point> read() {
        Map<String, Point> known = new HashMap<>();
        try (InputStream file = WorldRegions.class.getResourceAsStream("/regions.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                List<String> words = List.of(line.split(" "));
                int last = words.size() - 1;
                var point = new Point(Integer.parseInt(words.get(last)) - WEST, NORTH - Integer.parseInt(words.get(last - 1)));
                words.subList(0, last - 1).forEach(name -> known.put(name, point));
            });
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
