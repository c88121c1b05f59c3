package com.srecopilot.alert.list;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.FacetCounts;
import com.srecopilot.tenancy.FacetCounts.Source;
import com.srecopilot.tenancy.Tenants;

/** Counts alerts by what a list can be filtered by: from sums that the database keeps, unless text or a time is asked for. */
@Component
class AlertTallies {

    private static final List<String> FACETS = List.of("status", "severity", "service", "source");

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    AlertTallies(JdbcClient jdbc, Tenants tenants, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** As many as there are. */
    FacetCounts all(AlertConditions conditions) {
        return counts(conditions.filter(), conditions.all(), conditions.parameters());
    }

    /** Of the newest, where they are many and not counted ahead. */
    FacetCounts newest(AlertConditions conditions) {
        return counts(conditions.filter(), conditions.newest(), conditions.parameters());
    }

    private FacetCounts counts(AlertFilter filter, Source source, Map<String, Object> parameters) {
        return FacetCounts.in(jdbc, filter.beyondFacets() ? source : Source.all("alert_tallies"), FACETS, Map.of("status", filter.status(),
                "severity", filter.severity(), "service", filter.service(), "source", filter.source()), parameters);
    }

    @Scheduled(initialDelayString = "50s", fixedDelayString = "60s")
    void fold() {
        tenants.with("alert_tallies").forEach(tenant -> Actor.system(tenant, "tallies").run(() ->
                transaction.executeWithoutResult(status -> FacetCounts.fold(jdbc, "alert_tallies", FACETS))));
    }
}
