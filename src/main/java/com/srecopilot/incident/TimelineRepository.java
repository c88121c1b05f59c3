package com.srecopilot.incident;

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

    /** The keys of entries of a kind, the latest first. */
    @Query("select t.once from TimelineRecord t where t.incidentId = ?1 and t.kind = ?2 order by t.at desc, t.id desc")
    List<String> keys(UUID incident, String kind, Limit limit);
}
