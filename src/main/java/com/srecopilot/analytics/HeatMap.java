package com.srecopilot.analytics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import com.srecopilot.incident.IncidentTrends.Hour;

/**
 * Counts in rows by the hour of the day.
 *
 * @param most in one cell of an hour
 * @param left rows that found no place, and the incidents in them
 */
public record HeatMap(List<Row> rows, long most, int left, long leftIncidents) {

    private static final int HOURS = 24;
    private static final int SHADES = 5;
    private static final int FULL = 8;
    private static final List<String> WEEKDAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    /** @param key what it is filtered by */
    public record Row(String label, String key, List<Long> hours, long total) {

        /** Three hours in one, for narrow screens. */
        public List<Long> thirds() {
            return Stream.iterate(0, hour -> hour < HOURS, hour -> hour + 3)
                    .map(hour -> hours.subList(hour, hour + 3).stream().mapToLong(Long::longValue).sum()).toList();
        }
    }

    /** The services with most incidents first. */
    static HeatMap byService(List<Hour> hours, int shown) {
        List<Row> rows = rows(hours, Hour::service).stream().map(row -> row.key().isEmpty() ? new Row("no service", "", row.hours(), row.total()) : row)
                .sorted(Comparator.comparingLong(Row::total).reversed().thenComparing(Row::label)).toList();
        List<Row> rest = rows.subList(Math.min(shown, rows.size()), rows.size());
        return of(rows.subList(0, rows.size() - rest.size()), rest);
    }

    /** From Monday on, all seven. */
    static HeatMap byWeekday(List<Hour> hours) {
        List<Row> found = rows(hours, hour -> WEEKDAYS.get(hour.weekday() - 1));
        return of(WEEKDAYS.stream().map(day -> found.stream().filter(row -> row.key().equals(day)).findFirst()
                .orElse(new Row(day, day, rows(new long[HOURS]), 0))).toList(), List.of());
    }

    private static List<Row> rows(List<Hour> hours, Function<Hour, String> key) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        hours.forEach(hour -> counts.computeIfAbsent(key.apply(hour), name -> new long[HOURS])[hour.hour()] += hour.incidents());
        List<Row> rows = new ArrayList<>();
        counts.forEach((name, each) -> rows.add(new Row(name, name, rows(each), Arrays.stream(each).sum())));
        return rows;
    }

    private static List<Long> rows(long[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }

    private static HeatMap of(List<Row> rows, List<Row> rest) {
        long most = rows.stream().flatMap(row -> row.hours().stream()).mapToLong(Long::longValue).max().orElse(0);
        return new HeatMap(rows, most, rest.size(), rest.stream().mapToLong(Row::total).sum());
    }

    /** Which of six shades a count has: 0 for none, 5 from eight on, or from the most when that is more; three hours together have a scale of their own. */
    public long shade(long count, int hours) {
        long top = hours == 1 ? most : rows.stream().flatMap(row -> row.thirds().stream()).mapToLong(Long::longValue).max().orElse(0);
        return count == 0 ? 0 : Math.min(SHADES, 1 + (SHADES - 1) * count / Math.max(FULL, top));
    }

    /** Where most began, in a sentence. */
    public String words() {
        return rows.stream().flatMap(row -> Stream.iterate(0, hour -> hour + 1).limit(HOURS).map(hour -> Map.entry(row.hours().get(hour), row.label() + " from %02d:00".formatted(hour))))
                .filter(cell -> cell.getKey() == most && most > 0).findFirst()
                .map(cell -> "Most in one hour: " + cell.getKey() + ", " + cell.getValue() + " UTC.").orElse("Nothing began in this time.");
    }
}
