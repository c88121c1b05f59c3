package com.srecopilot.demo.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which tenants are the demo's, and what they run. */
public record Stages(Map<UUID, Stage> all) {

    Optional<Stage> of(UUID tenant) {
        return Optional.ofNullable(all.get(tenant));
    }
}
