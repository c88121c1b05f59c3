package com.srecopilot.tenancy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many of a list's items have each value of each facet, under the choices in the other facets, and how many are shown
 * under all choices: in one question to the database.
 */
public record FacetCounts(long total, Map<String, Map<String, Long>> facets) {

    private static final int MOST_VALUES = 50;

    /**
     * @param source a table or subquery in which each facet is a text column, with the bigint {@code n} for how many a row stands
     * @param facets names of the columns
     * @param chosen values by facet; none for all
     * @param parameters of the source
     */
    public static FacetCounts in(JdbcClient jdbc, String source, List<String> facets, Map<String, Collection<String>> chosen,
            Map<String, ?> parameters) {
        String columns = String.join(", ", facets);
        String sql = "with sums as materialized (select " + columns + ", sum(n) as n from " + source + " group by " + columns + ")"
                + " select '' as facet, '' as value, sum(n) as n from sums" + where(facets, chosen, "")
                + facets.stream().map(facet -> " union all (select '" + facet + "', " + facet + ", sum(n) as n from sums" + where(facets, chosen, facet)
                        + " group by 2 having sum(n) > 0 order by 3 desc, 2 limit " + MOST_VALUES + ")").collect(Collectors.joining());
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        facets.forEach(facet -> counts.put(facet, new LinkedHashMap<>()));
        var question = jdbc.sql(sql).params(parameters);
        chosen.forEach((facet, values) -> question.param("chosen_" + facet, values));
        question.query(row -> {
            counts.computeIfAbsent(row.getString("facet"), facet -> new LinkedHashMap<>()).put(row.getString("value"), row.getLong("n"));
        });
        return new FacetCounts(counts.remove("").get(""), counts);
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

    private static String where(List<String> facets, Map<String, Collection<String>> chosen, String except) {
        return facets.stream().filter(facet -> !facet.equals(except) && !chosen.getOrDefault(facet, List.of()).isEmpty())
                .map(facet -> facet + " in (:chosen_" + facet + ")")
                .reduce((former, later) -> former + " and " + later).map(all -> " where " + all).orElse("");
    }
}
