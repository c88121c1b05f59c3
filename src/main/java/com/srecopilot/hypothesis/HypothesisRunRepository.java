package com.srecopilot.hypothesis;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface HypothesisRunRepository extends Repository<HypothesisRun, UUID> {

    HypothesisRun save(HypothesisRun run);

    Optional<HypothesisRun> findByIncidentNumber(int number);
}
