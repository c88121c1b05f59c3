package com.srecopilot.incident.list;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.search.Match;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.FacetCounts;
import com.srecopilot.tenancy.FacetCounts.Source;
import com.srecopilot.tenancy.Tenants;

/** Counts incidents by what a list can be filtered by: from sums that the database keeps, unless words or times are asked for. */
@Component
class IncidentTallies {

    private static final List<String> FACETS = List.of("state", "severity", "service", "assignee");
    private static final String COUNTED = "select i.id, state, severity, service_name as service, coalesce(assignee_id::text, 'none') as assignee, 1 as n"
            + " from incidents i where ";
    /** Restricted incidents are not in the sums, since not everybody may read them. */
    private static final String SUMS = "(select state, severity, service, assignee, n from incident_tallies union all"
            + " select state, severity, service_name, coalesce(assignee_id::text, 'none'), 1 from incidents where restricted and deleted_at is null) counted";

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    IncidentTallies(JdbcClient jdbc, Tenants tenants, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** As many as there are. */
    FacetCounts all(IncidentFilter filter, Match match) {
        IncidentConditions times = IncidentConditions.times(filter, match);
        return counts(Source.all("(" + COUNTED + times.sql() + " and " + match.all("i.id") + ") counted"), filter, times);
    }

    /** In the time that a page has: of the newest, where they are many. */
    FacetCounts newest(IncidentFilter filter, Match match) {
        IncidentConditions times = IncidentConditions.times(filter, match);
        return counts(Source.newest(COUNTED + times.sql() + " and " + match.named("i.id") + " order by detected_at desc", match.met("newest.id")), filter, times);
    }

    private FacetCounts counts(Source source, IncidentFilter filter, IncidentConditions found) {
        return FacetCounts.in(jdbc, filter.beyondFacets() ? source : Source.all(SUMS), FACETS, Map.of("state", filter.state(), "severity", filter.severity(),
                "service", filter.service(), "assignee", filter.assignee()), found.parameters());
    }

    @Scheduled(initialDelayString = "45s", fixedDelayString = "60s")
    void fold() {
        tenants.with("incident_tallies").forEach(tenant -> Actor.system(tenant, "tallies").run(() ->
                transaction.executeWithoutResult(status -> FacetCounts.fold(jdbc, "incident_tallies", FACETS))));
    }
}
