package com.srecopilot.tenancy;

import java.util.Map;

/** An event that must leave a record in the audit log, in the transaction that publishes it. */
public interface Auditable extends TenantEvent {

    /** Noun and verb, such as {@code incident.resolve}. */
    String action();

    String resourceType();

    String resourceId();

    default boolean success() {
        return true;
    }

    /** What the act changed. Events that carry it must keep it out of their JSON ({@code @JsonIgnore}). */
    default Changes changes() {
        return Changes.NONE;
    }

    /** Field values before and after; only the fields that the act touched. */
    record Changes(Map<String, Object> before, Map<String, Object> after) {

        public static final Changes NONE = new Changes(Map.of(), Map.of());

        public static Changes of(String field, Object before, Object after) {
            return new Changes(only(field, before), only(field, after));
        }

        public static Changes created(Map<String, Object> after) {
            return new Changes(Map.of(), after);
        }

        private static Map<String, Object> only(String field, Object value) {
            return value == null ? Map.of() : Map.of(field, value);
        }
    }
}
