package com.srecopilot.tenancy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many of a list's items have each value of each facet, under the choices in the other facets, and how many are shown
 * under all choices: in one question to the database.
 *
 * @param atLeast whether only the newest were counted
 */
public record FacetCounts(long total, Map<String, Map<String, Long>> facets, boolean atLeast) {

    private static final String TOTAL = "";
    private static final int MOST_VALUES = 50;
    private static final int NEWEST = 1_000;

    /**
     * What is counted.
     *
     * @param rows a table or subquery in which each facet is a text column, with the bigint {@code n} for how many a row stands
     * @param newest a query of the rows looked at, which {@code rows} may name {@code newest}; or null
     */
    public record Source(String rows, String newest) {

        public static Source all(String rows) {
            return new Source(rows, null);
        }

        /**
         * Looks at so many rows as are counted within a few milliseconds, or at all where there are fewer.
         *
         * @param query of the rows, as above, newest first
         * @param condition on {@code newest}
         */
        public static Source newest(String query, String condition) {
            return new Source("(select * from newest where " + condition + ") counted", query + " limit " + NEWEST);
        }
    }

    /**
     * @param facets names of the columns
     * @param chosen values by facet; none for all
     * @param parameters of the source
     */
    public static FacetCounts in(JdbcClient jdbc, Source source, List<String> facets, Map<String, Collection<String>> chosen,
            Map<String, ?> parameters) {
        List<String> chosenOf = facets.stream().filter(facet -> !chosen.getOrDefault(facet, List.of()).isEmpty()).toList();
        List<String> free = Stream.concat(Stream.of(TOTAL), facets.stream().filter(facet -> !chosenOf.contains(facet))).toList();
        String sums = Stream.concat(Stream.of(sums(free, chosenOf.stream())),
                chosenOf.stream().map(facet -> sums(List.of(facet), chosenOf.stream().filter(other -> !other.equals(facet))))).collect(Collectors.joining(" union all "));
        String sql = "with " + (source.newest == null ? "" : "newest as materialized (" + source.newest + "), ")
                + "counted as (select " + String.join(", ", facets) + ", n from " + source.rows + "), counts as (" + sums
                + (source.newest == null ? "" : " union all select 'newest', '', count(*) from newest")
                + ") select facet, value, n from (select *, row_number() over (partition by facet order by n desc, value) as place from counts"
                + " where n > 0) ranked where place <= " + MOST_VALUES + " order by place";
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        facets.forEach(facet -> counts.put(facet, new LinkedHashMap<>()));
        var question = jdbc.sql(sql).params(parameters);
        chosen.forEach((facet, values) -> question.param("chosen_" + facet, values));
        question.query(row -> {
            counts.computeIfAbsent(row.getString("facet"), facet -> new LinkedHashMap<>()).put(row.getString("value"), row.getLong("n"));
        });
        long looked = one(counts.remove("newest"));
        return new FacetCounts(one(counts.remove(TOTAL)), counts, looked == NEWEST);
    }

    private static long one(Map<String, Long> counts) {
        return counts == null ? 0 : counts.get("");
    }

    /**
     * Makes one row of those that count the same. Two nodes may do so at once: a row is folded by one of them.
     *
     * @param sums a table to which writers add rows of +n and -n
     */
    public static void fold(JdbcClient jdbc, String sums, List<String> facets) {
        String columns = String.join(", ", facets);
        String same = facets.stream().map(facet -> "t.%1$s = s.%1$s".formatted(facet)).collect(Collectors.joining(" and "));
        jdbc.sql("""
                with several as (select %1$s from %2$s group by %1$s having count(*) > 1),
                gone as (delete from %2$s t using several s where %3$s returning t.*)
                insert into %2$s (%1$s, n) select %1$s, sum(n) from gone group by %1$s having sum(n) <> 0""".formatted(columns, sums, same)).update();
    }

    /** Facets under the same choices are counted in one pass; the total counts as one without values. */
    private static String sums(List<String> facets, Stream<String> chosen) {
        List<String> named = facets.stream().filter(facet -> !facet.equals(TOTAL)).toList();
        String facet = named.stream().map(each -> " || case grouping(%1$s) when 0 then '%1$s' else '' end".formatted(each)).collect(Collectors.joining());
        String value = named.stream().map(each -> each + ", ").collect(Collectors.joining());
        String where = chosen.map(each -> " and %1$s in (:chosen_%1$s)".formatted(each)).collect(Collectors.joining());
        return "select ''" + facet + " as facet, coalesce(" + value + "'') as value, sum(n) as n from counted where true" + where
                + " group by grouping sets (" + facets.stream().map(each -> "(" + each + ")").collect(Collectors.joining(", ")) + ")";
    }
}
