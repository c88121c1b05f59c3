package com.srecopilot.alert.list;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import com.srecopilot.search.Match;
import com.srecopilot.tenancy.FacetCounts.Source;

/** A filter as SQL, with its parameters. */
record AlertConditions(AlertFilter filter, Match match) {

    private static final String COUNTED = "select id, status, severity, service, source_name as source, 1 as n from alerts where ";

    /** @param table the name that alerts have in the query */
    String of(String table) {
        String chosen = filter.matching().keySet().stream().map(column -> " and %1$s.%2$s in (:%2$s)".formatted(table, column)).collect(Collectors.joining());
        return match.condition(table + ".id") + since(table) + chosen;
    }

    /** All alerts that facets count. */
    Source all() {
        return Source.all("(" + COUNTED + match.all("alerts.id") + since("alerts") + ") counted");
    }

    /** In the time that a page has: the newest, where they are many. */
    Source newest() {
        return Source.newest(COUNTED + match.named("alerts.id") + since("alerts") + " order by received_at desc", match.met("newest.id"));
    }

    private String since(String table) {
        return filter.sinceTime() == null ? "" : " and " + table + ".received_at >= :since";
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>(match.parameters());
        parameters.putAll(filter.matching());
        if (filter.sinceTime() != null) {
            parameters.put("since", filter.sinceTime().atOffset(ZoneOffset.UTC));
        }
        return parameters;
    }
}
