package com.srecopilot.hypothesis;

import java.util.Locale;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** What people say of a suspected cause. */
enum HypothesisState {

    OPEN, VALIDATED, REJECTED;

    /** As pages, the API and the database spell it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Stored as its word. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<HypothesisState, String> {

        @Override
        public String convertToDatabaseColumn(HypothesisState state) {
            return state == null ? null : state.word();
        }

        @Override
        public HypothesisState convertToEntityAttribute(String word) {
            return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
