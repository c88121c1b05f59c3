package com.srecopilot.hypothesis.opinion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.srecopilot.hypothesis.Confidence;
import com.srecopilot.hypothesis.Fact;
import com.srecopilot.hypothesis.HypothesisView;
import com.srecopilot.incident.IncidentView;

/** An incident with two suspected causes. */
final class Suspects {

    static final String BOUNDARY = "DATA-0123456789abcdef";
    private static final Instant THEN = Instant.parse("2026-05-04T10:03:00Z");

    private Suspects() {
    }

    /** @param alert what a sender wrote as its title */
    static Briefing briefing(String alert) {
        Fact deployed = new Fact("change", "orders-db v14.12.0 was deployed at 09:10 UTC, 53 min before the first alert: Migration: index on orders", "/services/orders-db#change-1");
        Fact calls = new Fact("edge", "checkout-service calls orders-db", "/services/checkout-service#edge-orders-db");
        Fact firing = new Fact("alert", "“" + alert + "” has been firing on orders-db since 10:02 UTC", "/alerts/3");
        return new Briefing(incident(alert), List.of(cause(1, "orders-db v14.12.0 was deployed 53 min before the first alert", "orders-db", deployed, calls),
                cause(2, "orders-db fires itself, and checkout-service depends on it", "payment-service", firing)), List.of("payment-service", "cart", "redis-cache"), BOUNDARY);
    }

    static IncidentView incident(String title) {
        return new IncidentView(UUID.randomUUID(), 7, title, title, "high", "detected", "checkout-service", null, List.of(), THEN, null, null, 1, 1, 2, 0, false, 0);
    }

    private static HypothesisView cause(int rank, String claim, String service, Fact... evidence) {
        return new HypothesisView(UUID.randomUUID(), 7, rank, claim, "", new Confidence(0.7), new Confidence(0.7), rank, "open", service, List.of(evidence), null, null);
    }
}
