package com.srecopilot.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TenantRepository extends Repository<Tenant, UUID> {

    Tenant save(Tenant tenant);

    Optional<Tenant> findById(UUID id);

    /** All tenants of the installation, seen through a function that bypasses the policy: jobs need it. */
    @Query(nativeQuery = true, value = "select tenant_ids()")
    List<UUID> allIds();
}
