package com.srecopilot.incident;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** How bad, worst first. */
public enum Severity {

    CRITICAL, HIGH, MEDIUM, LOW;

    /** The word that people, pages, the API and the database use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> of(String word) {
        return Stream.of(values()).filter(severity -> severity.word().equals(word)).findFirst();
    }

    public boolean worseThan(Severity other) {
        return compareTo(other) < 0;
    }

    /** Stored as its word. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Severity, String> {

        @Override
        public String convertToDatabaseColumn(Severity value) {
            return value == null ? null : value.word();
        }

        @Override
        public Severity convertToEntityAttribute(String word) {
            return word == null ? null : of(word).orElseThrow();
        }
    }
}
