package com.srecopilot.hypothesis;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface HypothesisRunRepository extends Repository<HypothesisRun, UUID> {

    HypothesisRun save(HypothesisRun run);

    Optional<HypothesisRun> findByIncidentNumber(int number);

    /** Makes sure that there is one, also when two runs of an incident begin at once. */
    @Modifying
    @NativeQuery("""
            insert into hypothesis_runs (tenant_id, id, version, incident_number, status, started_at, first_at)
            values (current_tenant(), gen_random_uuid(), 0, :number, 'running', :at, :at) on conflict (tenant_id, incident_number) do nothing""")
    void open(int number, Instant at);
}
