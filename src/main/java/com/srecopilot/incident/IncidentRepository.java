package com.srecopilot.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IncidentRepository extends Repository<Incident, UUID> {

    Incident save(Incident incident);

    void flush();

    @Query("select i from Incident i where i.number = ?1 and i.deletedAt is null")
    Optional<Incident> findByNumber(int number);

    @Query("select i from Incident i where i.number in ?1 and i.deletedAt is null")
    List<Incident> findByNumberIn(Collection<Integer> numbers);

    @Query("select i from Incident i where i.number > ?1 and i.deletedAt is null order by i.number desc")
    List<Incident> findNumberedAfter(int number, Limit limit);

    /** Young and open, of one of these services. */
    @Query("""
            select i from Incident i where i.serviceName in ?1 and i.detectedAt > ?2 and i.deletedAt is null
            and i.state <> com.srecopilot.incident.IncidentState.RESOLVED order by i.number desc""")
    List<Incident> findOpenOfServices(Collection<String> services, Instant since);

    @Query("select i from Incident i where i.serviceName = ?1 and i.deletedAt is null and i.state <> com.srecopilot.incident.IncidentState.RESOLVED order by i.number desc")
    List<Incident> findOpenOfService(String service);

    @Query("""
            select i from Incident i where i.deletedAt is null and i.state <> com.srecopilot.incident.IncidentState.RESOLVED
            order by case i.severity when com.srecopilot.incident.Severity.CRITICAL then 0
                when com.srecopilot.incident.Severity.HIGH then 1 when com.srecopilot.incident.Severity.MEDIUM then 2 else 3 end,
                i.detectedAt desc""")
    List<Incident> findOpen(Limit most);

    @Query("""
            select i from Incident i where i.deletedAt is null and i.serviceName in ?1 and i.detectedAt < ?3
            and (i.detectedAt >= ?2 or i.resolvedAt > ?2) order by i.detectedAt desc""")
    List<Incident> findAround(Collection<String> services, Instant from, Instant to, Limit most);

    /** Takes the next numbers of the current tenant. Its row stays locked until the transaction ends: openings queue up. @return the last of them */
    @Query(nativeQuery = true, value = """
            insert into incident_numbers (tenant_id, last) values (current_tenant(), ?1)
            on conflict (tenant_id) do update set last = incident_numbers.last + ?1 returning last""")
    int takeNumbers(int count);

    @Modifying
    @Query(nativeQuery = true, value = """
            update incidents set alerts_total = t.total, alerts_firing = t.firing
            from unnest(cast(?1 as integer[]), cast(?2 as bigint[]), cast(?3 as bigint[])) as t (number, total, firing)
            where incidents.number = any(?1) and incidents.number = t.number and (alerts_total, alerts_firing) is distinct from (t.total, t.firing)""")
    void countAlerts(Integer[] numbers, Long[] totals, Long[] firing);

    @Modifying
    @Query(nativeQuery = true, value = "update incidents set hypotheses = ?2 where number = ?1")
    void countHypotheses(int number, int count);
}
