package com.srecopilot.catalog;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.Slice;

/** Services with all that is known of them. */
@Service
@Transactional(readOnly = true)
public class Services {

    private final ServiceRows rows;

    Services(ServiceRows rows) {
        this.rows = rows;
    }

    /** @throws NotFound unless a service has this name, or this id */
    public ServiceDetail get(String name) {
        return rows.find(name).orElseThrow(() -> new NotFound("Service " + name));
    }

    Slice<ServiceDetail> slice(String text, int limit, Cursor after) {
        return rows.slice(text, limit, after);
    }
}
