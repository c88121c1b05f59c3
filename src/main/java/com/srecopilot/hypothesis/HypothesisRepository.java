package com.srecopilot.hypothesis;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface HypothesisRepository extends Repository<Hypothesis, UUID> {

    Hypothesis save(Hypothesis hypothesis);

    List<Hypothesis> findByIncidentNumber(int number);

    Optional<Hypothesis> findByIncidentNumberAndId(int number, UUID id);

    Optional<Hypothesis> findByIncidentNumberAndKey(int number, String key);

    List<Hypothesis> findByIncidentNumberInAndState(Collection<Integer> numbers, HypothesisState state);
}
