package com.srecopilot.identity;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One page of a list, newest first.
 *
 * @param nextCursor where the next page begins, or null at the end
 * @param total how many there are under this filter, over all pages
 */
public record Slice<T>(List<T> items, @JsonProperty("next_cursor") String nextCursor, long total) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** How many rows a page takes. @throws Invalid outside 1 to 200 */
    public static int limit(Integer asked) {
        if (asked != null && (asked < 1 || asked > MOST)) {
            throw new Invalid("limit", "takes 1 to " + MOST);
        }
        return asked == null ? USUAL : asked;
    }

    /** From one row more than asked for: the surplus row tells that there is a next page. */
    public static <T> Slice<T> of(List<T> rows, int limit, long total, Function<T, Cursor> position) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, null, total);
        }
        return new Slice<>(rows.subList(0, limit), position.apply(rows.get(limit - 1)).text(), total);
    }

    public <R> Slice<R> map(Function<T, R> as) {
        return new Slice<>(items.stream().map(as).toList(), nextCursor, total);
    }
}
