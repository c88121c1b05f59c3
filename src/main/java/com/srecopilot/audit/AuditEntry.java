package com.srecopilot.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.srecopilot.tenancy.Auditable.Changes;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A record as it is read: the same fields in the page, the API and the table. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record AuditEntry(UUID id, Instant timestamp, UUID userId, String userEmail, UUID tenantId, String action,
        String resourceType, String resourceId, Changes changes, String ipAddress, String userAgent, String requestId,
        boolean success) {

    /** One field that the act touched, for the page. */
    record Change(String field, String before, String after) {
    }

    @JsonIgnore
    public List<Change> fields() {
        var names = new LinkedHashSet<String>(changes.before().keySet());
        names.addAll(changes.after().keySet());
        var fields = new ArrayList<Change>();
        names.forEach(name -> fields.add(new Change(name.replace('_', ' '), text(changes.before(), name), text(changes.after(), name))));
        return fields;
    }

    private static String text(Map<String, Object> values, String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }
}
