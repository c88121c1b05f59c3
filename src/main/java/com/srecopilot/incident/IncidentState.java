package com.srecopilot.incident;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Where an incident stands. Resolved ones are reopened into the investigation. */
public enum IncidentState {

    DETECTED, INVESTIGATING, RESOLVED;

    public boolean canBecome(IncidentState next) {
        return switch (this) {
            case DETECTED -> Set.of(INVESTIGATING, RESOLVED).contains(next);
            case INVESTIGATING -> next == RESOLVED;
            case RESOLVED -> next == INVESTIGATING;
        };
    }

    /** The word that people, pages, the API and the database use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<IncidentState> of(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }

    /** Stored as its word. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<IncidentState, String> {

        @Override
        public String convertToDatabaseColumn(IncidentState value) {
            return value == null ? null : value.word();
        }

        @Override
        public IncidentState convertToEntityAttribute(String word) {
            return word == null ? null : of(word).orElseThrow();
        }
    }
}
