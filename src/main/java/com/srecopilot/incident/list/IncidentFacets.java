package com.srecopilot.incident.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;


import com.srecopilot.tenancy.FacetCounts;

/** Counts over all that a filter finds. */
@Service
public class IncidentFacets {

    private static final int MOST_STEPS = 1_000;
    private static final Map<String, String> STEPS = Map.of("1h", "hour", "1d", "day", "1w", "week");

    private final IncidentSearch search;
    private final JdbcClient jdbc;

    IncidentFacets(IncidentSearch search, JdbcClient jdbc) {
        this.search = search;
        this.jdbc = jdbc;
    }

    /**
     * @param dimensions of state, severity, service, assignee
     * @param interval 1h, 1d or 1w, or null for no counts over time
     * @return by {@code by_} and the dimension, and by {@code timeline}, whose keys are the beginnings of the steps in UTC
     */
    @Transactional(readOnly = true)
    public Map<String, Map<String, Long>> of(IncidentFilter filter, List<String> dimensions, String interval) {
        Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
        FacetCounts counts = search.counts(filter);
        dimensions.forEach(dimension -> facets.put("by_" + dimension, counts.facets().get(dimension)));
        if (interval != null) {
            facets.put("timeline", overTime(filter, STEPS.get(interval)));
        }
        return facets;
    }

    private Map<String, Long> overTime(IncidentFilter filter, String step) {
        IncidentConditions conditions = IncidentConditions.of(filter, search.match(filter));
        Map<String, Long> counts = new LinkedHashMap<>();
        conditions.bind(jdbc.sql("select to_char(date_trunc('" + step + "', detected_at at time zone 'UTC'), 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') as step, count(*) as n"
                + " from incidents i where " + conditions.sql() + " group by 1 order by 1 limit " + MOST_STEPS))
                .query(row -> {
                    counts.put(row.getString("step"), row.getLong("n"));
                });
        return counts;
    }
}
