package com.srecopilot.hypothesis;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

import com.srecopilot.tenancy.Auditable;

/** What happens to the suspected causes of an incident. */
public sealed interface HypothesisEvent extends Auditable {

    int number();

    /** The suspected cause that it is about, if it is about one. */
    default Optional<UUID> subject() {
        return Optional.empty();
    }

    @Override
    default String resourceType() {
        return subject().isPresent() ? "hypothesis" : "incident";
    }

    @Override
    default String resourceId() {
        return subject().map(UUID::toString).orElse("INC-" + number());
    }

    /** The engine began to look. */
    record RunStarted(UUID tenant, int number) implements HypothesisEvent {

        @Override
        public String action() {
            return "hypothesis.run";
        }
    }

    /** A cause is suspected, or suspected on other grounds than before. */
    record Generated(UUID tenant, int number, UUID hypothesis, @JsonIgnore Changes changes) implements HypothesisEvent {

        @Override
        public Optional<UUID> subject() {
            return Optional.of(hypothesis);
        }

        @Override
        public String action() {
            return "hypothesis.generate";
        }
    }

    /** @param rearranged whether known causes changed places or are suspected no longer */
    record RunFinished(UUID tenant, int number, boolean rearranged, @JsonIgnore Changes changes) implements HypothesisEvent {

        @Override
        public String action() {
            return "hypothesis.conclude";
        }
    }

    /** A person judged it, or took their verdict back. */
    record Judged(UUID tenant, int number, UUID hypothesis, String state, @JsonIgnore Changes changes) implements HypothesisEvent {

        @Override
        public Optional<UUID> subject() {
            return Optional.of(hypothesis);
        }

        @Override
        public String action() {
            return switch (state) {
                case "validated" -> "hypothesis.validate";
                case "rejected" -> "hypothesis.reject";
                default -> "hypothesis.take_back";
            };
        }
    }
}
