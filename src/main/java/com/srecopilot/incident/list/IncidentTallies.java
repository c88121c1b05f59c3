package com.srecopilot.incident.list;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.FacetCounts;
import com.srecopilot.tenancy.Tenants;

/** Counts incidents by what a list can be filtered by: from sums that the database keeps, unless words or times are asked for. */
@Component
class IncidentTallies {

    private static final List<String> FACETS = List.of("state", "severity", "service", "assignee");
    private static final String COUNTED = "(select state, severity, service_name as service, coalesce(assignee_id::text, 'none') as assignee, 1 as n"
            + " from incidents i where %s) counted";
    /** Restricted incidents are not in the sums, since not everybody may read them. */
    private static final String SUMS = "(select state, severity, service, assignee, n from incident_tallies union all"
            + " select state, severity, service_name, coalesce(assignee_id::text, 'none'), 1 from incidents where restricted and deleted_at is null) counted";
    private static final String FOLD = """
            with several as (select state, severity, service, assignee from incident_tallies group by 1, 2, 3, 4 having count(*) > 1),
            gone as (delete from incident_tallies t using several s
                where t.state = s.state and t.severity = s.severity and t.service = s.service and t.assignee = s.assignee returning t.*)
            insert into incident_tallies (state, severity, service, assignee, n)
            select state, severity, service, assignee, sum(n) from gone group by 1, 2, 3, 4 having sum(n) <> 0""";

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final TransactionTemplate transaction;

    IncidentTallies(JdbcClient jdbc, Tenants tenants, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Transactional(readOnly = true)
    FacetCounts of(IncidentFilter filter) {
        IncidentConditions found = IncidentConditions.unfaceted(filter);
        String source = filter.beyondFacets() ? COUNTED.formatted(found.sql()) : SUMS;
        return FacetCounts.in(jdbc, source, FACETS, Map.of("state", filter.state(), "severity", filter.severity(),
                "service", filter.service(), "assignee", filter.assignee()), found.parameters());
    }

    /** Makes one row of those that count the same. Two nodes may do so at once: a row is folded by one of them. */
    @Scheduled(initialDelayString = "45s", fixedDelayString = "60s")
    void fold() {
        tenants.ids().forEach(tenant -> Actor.system(tenant, "tallies").run(() ->
                transaction.executeWithoutResult(status -> jdbc.sql(FOLD).update())));
    }
}
