package com.srecopilot.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.DoubleUnaryOperator;

import com.srecopilot.telemetry.SpanDraft;

/** Requests to the shop as its services trace them: two kinds in turn, one of which needs a connection of the pool that leaks. */
final class DemoTraces {

    private static final long EVERY = 8_000;

    private final DoubleUnaryOperator leak;
    private final Random random;
    private final List<SpanDraft> spans = new ArrayList<>();
    private long next = 1;

    DemoTraces(DoubleUnaryOperator leak, Random random) {
        this.leak = leak;
        this.random = random;
    }

    List<SpanDraft> between(Instant from, Instant to) {
        for (long at = from.toEpochMilli(); at < to.toEpochMilli(); at += EVERY) {
            order(at);
            browse(at + EVERY / 2);
        }
        return spans;
    }

    private void order(long at) {
        var trace = new UUID(random.nextLong(), random.nextLong());
        boolean starved = random.nextDouble() < 0.5 * leak.applyAsDouble(at);
        long waits = starved ? 3_000 + random.nextInt(1_000) : 0;
        long root = served(trace, null, "api-gateway", "POST /orders", at, 260 + waits, starved);
        long checkout = called(trace, root, "api-gateway", "checkout-service", "POST /orders", at + 4, 240 + waits, starved);
        called(trace, checkout, "checkout-service", "inventory-service", "POST /reservations", at + 8, 30, false);
        if (!starved) {
            long payment = called(trace, checkout, "checkout-service", "payment-service", "POST /payments", at + 45, 90, false);
            asked(trace, payment, "payment-service", "orders-db", "INSERT payments", at + 60, 9, false);
        }
        asked(trace, checkout, "checkout-service", "orders-db", "INSERT orders", at + 150, 14 + waits, starved);
    }

    private void browse(long at) {
        var trace = new UUID(random.nextLong(), random.nextLong());
        long root = served(trace, null, "api-gateway", "GET /products", at, 70, false);
        called(trace, root, "api-gateway", "auth-service", "GET /session", at + 2, 12, false);
        long products = called(trace, root, "api-gateway", "catalog-service", "GET /products", at + 16, 45, false);
        asked(trace, products, "catalog-service", "cache", "GET", at + 18, 2, false);
        asked(trace, products, "catalog-service", "orders-db", "SELECT products", at + 22, 18, false);
    }

    /** The client's half and the server's. @return the server's span */
    private long called(UUID trace, long parent, String caller, String callee, String operation, long at, long millis, boolean fails) {
        long client = next++;
        long took = wobbling(millis);
        spans.add(new SpanDraft(trace, client, parent, caller, operation, at * 1_000, took * 1_000 + 2_000, fails, true, callee));
        return served(trace, client, callee, operation, at + 1, took, fails);
    }

    /** Of a store that doesn't trace: only the client's half. */
    private void asked(UUID trace, long parent, String caller, String store, String operation, long at, long millis, boolean fails) {
        spans.add(new SpanDraft(trace, next++, parent, caller, operation, at * 1_000, wobbling(millis) * 1_000, fails, true, store));
    }

    private long served(UUID trace, Long parent, String service, String operation, long at, long millis, boolean fails) {
        long id = next++;
        spans.add(new SpanDraft(trace, id, parent, service, operation, at * 1_000, millis * 1_000, fails, false, null));
        return id;
    }

    private long wobbling(long millis) {
        return Math.max(1, Math.round(millis * (1 + 0.15 * random.nextGaussian())));
    }
}
