package com.srecopilot.identity;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The roles of the current tenant. Every tenant starts with the same four. */
@Service
@Transactional
public class Roles {

    /** The role that may do everything; somebody always has it. */
    public static final String ADMIN = "admin";

    private final RoleRepository roles;

    Roles(RoleRepository roles) {
        this.roles = roles;
    }

    @Transactional(readOnly = true)
    public List<Role> all() {
        return roles.findAllByOrderByPosition();
    }

    /** The titles of the roles that have this permission: whom to ask. */
    @Transactional(readOnly = true)
    public List<String> having(String permission) {
        return all().stream().filter(role -> role.grants(permission)).map(Role::title).toList();
    }

    Role named(String name) {
        return roles.findByName(name).orElseThrow(() -> new Invalid("role", "there is no role of this name"));
    }

    void createBuiltIn() {
        roles.save(new Role(ADMIN, "Admin", 1, Set.of("*")));
        roles.save(new Role("sre_lead", "SRE lead", 2, Set.of("incidents:read", "incidents:write", "incidents:delete",
                "hypotheses:read", "hypotheses:write", "alerts:read", "alerts:write", "users:read")));
        roles.save(new Role("sre_engineer", "SRE engineer", 3, Set.of("incidents:read", "incidents:write", "hypotheses:read", "alerts:read")));
        roles.save(new Role("viewer", "Viewer", 4, Set.of("incidents:read", "hypotheses:read", "alerts:read")));
    }
}
