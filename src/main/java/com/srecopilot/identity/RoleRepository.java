package com.srecopilot.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface RoleRepository extends Repository<Role, UUID> {

    Role save(Role role);

    Optional<Role> findByName(String name);

    List<Role> findAllByOrderByPosition();
}
