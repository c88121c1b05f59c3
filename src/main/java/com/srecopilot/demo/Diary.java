package com.srecopilot.demo;

import static com.srecopilot.demo.Ledger.row;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.srecopilot.identity.Person;

/** Who did what, when: entries of timelines and of the audit log. */
record Diary(Ledger ledger, Ids ids) {

    /** Who acts: a person, or a part of the product, which has neither id nor e-mail. */
    record Hand(UUID id, String name, String email) {

        static Hand of(Person person) {
            return new Hand(person.id(), person.name(), person.email());
        }

        static Hand system(String name) {
            return new Hand(null, name, name);
        }
    }

    void told(UUID incident, Instant at, String kind, Hand by, String text, Map<String, Object> data, String once) {
        ledger.add("timeline_entries", row("id", ids.at(at), "incident_id", incident, "at", at, "kind", kind, "actor_id", by.id(),
                "actor_name", by.name(), "text", text, "data", data, "once", once));
    }

    void audited(Instant at, String action, Hand by, String type, String resource, Map<String, Object> before, Map<String, Object> after) {
        ledger.add("audit_records", row("id", ids.at(at), "timestamp", at, "user_id", by.id(), "user_email", by.email(), "action", action,
                "resource_type", type, "resource_id", resource, "changes", Map.of("before", before, "after", after), "ip_address", null,
                "user_agent", null, "request_id", null, "success", true));
    }
}
