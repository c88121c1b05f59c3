package com.srecopilot.catalog.page;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.catalog.Registry;
import com.srecopilot.catalog.Services;
import com.srecopilot.identity.Invalid;

/** Takes over what the form says, all or nothing. */
@Service
class ServiceEditing {

    private final Registry registry;
    private final Services services;

    ServiceEditing(Registry registry, Services services) {
        this.registry = registry;
        this.services = services;
    }

    /** Creates the service when nobody knows it. @throws com.srecopilot.identity.Stale when somebody changed it meanwhile */
    @Transactional
    public void save(String name, ServiceEdit edit) {
        if (edit.version() == null) {
            registry.register(edit.form(name));
        } else {
            registry.edit(name, edit.version(), edit.form(name));
        }
        try {
            registry.dependsOn(name, edit.callees(services.get(name).dependsOn()));
        } catch (Invalid e) {
            throw new Invalid("dependsOn", e.getMessage(), e);
        }
    }
}
