package com.srecopilot.catalog;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.Slice;

/** Services as their pages and the API list them. */
@Service
@Transactional(readOnly = true)
class Services {

    static final int PAGE = 50;

    private final ServiceRows rows;
    private final Registry registry;

    Services(ServiceRows rows, Registry registry) {
        this.rows = rows;
        this.registry = registry;
    }

    /** One page of the table, by name, counted from 1. */
    record Page(List<ServiceDetail> services, long total, int number) {

        public boolean hasNext() {
            return (long) number * PAGE < total;
        }
    }

    /** @throws NotFound unless a service has this name, or this id */
    ServiceDetail get(String name) {
        return rows.find(name).orElseThrow(() -> new NotFound("Service " + name));
    }

    Page page(String text, int number) {
        return new Page(rows.page(text, PAGE, (long) (number - 1) * PAGE), rows.count(text), number);
    }

    Slice<ServiceDetail> slice(String text, int limit, Cursor after) {
        return rows.slice(text, limit, after);
    }

    /** Creates the service when nobody knows it. @throws com.srecopilot.identity.Stale when somebody changed it meanwhile */
    @Transactional
    void save(String name, ServiceEdit edit) {
        if (edit.version() == null) {
            registry.register(edit.form(name));
        } else {
            registry.edit(name, edit.version(), edit.form(name));
        }
        registry.dependsOn(name, edit.callees(get(name).dependsOn()));
    }
}
