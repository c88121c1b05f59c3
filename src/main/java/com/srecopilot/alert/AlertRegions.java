package com.srecopilot.alert;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** Where it hurts: the label {@code region} of alerts. */
@Service
public class AlertRegions {

    private final JdbcClient jdbc;

    AlertRegions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The regions that the open alerts of each incident name; incidents whose alerts name none are left out. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> openByIncident() {
        return jdbc.sql("""
                select distinct incident, labels ->> 'region' as region from alerts
                where ends_at is null and incident is not null and labels ->> 'region' <> ''""")
                .query((row, number) -> Map.entry(row.getString("incident"), row.getString("region"))).list().stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
