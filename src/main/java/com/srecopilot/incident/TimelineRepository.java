package com.srecopilot.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TimelineRepository extends Repository<TimelineRecord, UUID> {

    TimelineRecord save(TimelineRecord entry);

    List<TimelineRecord> findByIdIn(Collection<UUID> ids);

    /** Rows of incident and key. */
    @Query("select t.incidentId, t.once from TimelineRecord t where t.incidentId in ?1 and t.once in ?2")
    List<Object[]> toldAlready(Collection<UUID> incidents, Collection<String> once);

    @Query("""
            select t from TimelineRecord t where t.incidentId = :incident and (:kind = '' or t.kind = :kind)
            and (t.at < :at or t.at = :at and t.id < :id) order by t.at desc, t.id desc""")
    List<TimelineRecord> before(UUID incident, String kind, Instant at, UUID id, Limit limit);

    @Query("select count(t) from TimelineRecord t where t.incidentId = ?1 and (?2 = '' or t.kind = ?2)")
    long countOf(UUID incident, String kind);

    /** Kinds that this timeline has, with how often: rows of kind and count. */
    @Query("select t.kind, count(t) from TimelineRecord t where t.incidentId = ?1 group by t.kind order by t.kind")
    List<Object[]> kinds(UUID incident);
}
