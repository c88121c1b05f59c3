package com.srecopilot.demo;

import static com.srecopilot.demo.DemoPlot.alert;
import static com.srecopilot.demo.DemoPlot.configured;
import static com.srecopilot.demo.DemoPlot.deploy;

import java.util.List;

/** What goes wrong in a web shop, told as if it had happened. */
final class DemoPlots {

    /** The one that is open when the demo starts. */
    static final DemoPlot POOL_EXHAUSTED = DemoPlot.of("checkout-service", "critical", 20,
            deploy("checkout-service", "v1.2.2", "v1.2.3", "Retry wrapper around the payment client", 6),
            "Rolled back to v1.2.2; connections drain within a minute.",
            List.of("Checking database connections"),
            alert("HighErrorRate", "Database connection pool exhausted", 0),
            alert("ConnPoolSaturated", "Connection pool 50 of 50 in use", 20),
            alert("HighLatencyP99", "p99 latency 4.1 s, limit 2 s", 45));

    static final DemoPlot CERTIFICATE = DemoPlot.of("auth-service", "low", 0, null, "", List.of(),
            alert("CertificateExpiresSoon", "auth-service certificate expires in 9 days", 0));

    static final List<DemoPlot> ACME = List.of(
            DemoPlot.of("checkout-service", "critical", 31, deploy("checkout-service", "v1.1.8", "v1.1.9", "Batch order writes", 9),
                    "Rolled back to v1.1.9's predecessor. The batch held its transaction over a network call.",
                    List.of("Pool is full again, same picture as in August.", "Rolling back while Bo looks at the batch size."),
                    alert("ConnPoolSaturated", "Connection pool 50 of 50 in use", 0), alert("HighErrorRate", "26 % of checkouts fail", 45)),
            DemoPlot.of("payment-service", "high", 42, configured("payment-service", "30s", "5s", "Provider time-out lowered", 14),
                    "Time-out is back at 30 s. The provider answers in 6 to 9 s at noon; 5 s was wishful.",
                    List.of("Provider status page is green.", "All failures are time-outs at exactly 5 s."),
                    alert("PaymentCallbackSlow", "Payment callbacks delayed over 30 s", 0), alert("HighErrorRate", "7 % of payments fail", 60)),
            DemoPlot.of("search-service", "medium", 55, deploy("catalog-service", "v3.4.0", "v3.5.0", "New product attributes", 35),
                    "Index rebuilt with the new attributes off. Follow-up: test with production cardinality.",
                    List.of("Only ap-south is slow.", "The index has grown by a factor of four since the catalogue release."),
                    alert("HighLatencyP95", "Search latency p95 above 800 ms", 0)),
            DemoPlot.of("cache", "medium", 38, null, "Evictions stopped once the session keys had a time-to-live.",
                    List.of("Hit rate fell from 94 % to 61 % in ten minutes.", "Somebody stores sessions without a time-to-live."),
                    alert("CacheHitRateLow", "Cart cache hit rate below 70 %", 0), alert("EvictionsHigh", "Cache evicts 4 000 keys a second", 75)),
            DemoPlot.of("orders-db", "high", 64, null, "Failed over to the replica; the disk is replaced.",
                    List.of("Write latency is in seconds.", "SMART says the disk is dying.", "Failing over, expect a minute of errors."),
                    alert("DiskLatencyHigh", "orders-db writes take 1.9 s", 0), alert("ReplicationLag", "Replica is 40 s behind", 90)),
            DemoPlot.of("inventory-service", "medium", 27, deploy("inventory-service", "v2.0.4", "v2.1.0", "Stock events by partition", 18),
                    "Consumers doubled; v2.1.0 keeps its partitions.",
                    List.of("Backlog grows by 500 a second."), alert("QueueBacklog", "Inventory sync queue backlog above 10 000", 0)),
            DemoPlot.of("auth-service", "critical", 22, configured("auth-service", "v7", "v8", "Signing key rotated", 4),
                    "Old key is accepted again for an hour. Gateways cached the key set longer than we thought.",
                    List.of("Only people who signed in before 09:12 are affected.", "Gateways still have the old key set."),
                    alert("SignInFailures", "Sign-in fails for SSO users", 0), alert("HighErrorRate", "31 % of sign-ins fail", 20)),
            DemoPlot.of("api-gateway", "high", 18, deploy("api-gateway", "v5.9.1", "v5.9.2", "Route table from the new registry", 3),
                    "Rolled back. Two routes were missing in the registry.",
                    List.of("404s on /cart and /wishlist only."), alert("HighErrorRate", "api-gateway answers 11 % with errors", 0)),
            DemoPlot.of("cart-service", "low", 33, null, "One pod had lost its volume; rescheduled.",
                    List.of("A single pod, the others are fine."), alert("PodRestarting", "cart-service pod restarts every 2 min", 0)),
            DemoPlot.of("catalog-service", "low", 130, null, "Purged the edge; image origin is back to normal.",
                    List.of("Images only, prices and stock are right."), alert("ImageOriginSlow", "Catalogue images slow from one edge", 0)),
            DemoPlot.of("orders-db", "medium", 41, null, "Old partitions dropped, 38 % free now.",
                    List.of("We keep 400 days although the policy says 90."), alert("DiskAlmostFull", "Disk 85 % full on orders-db", 0)));

    static final List<DemoPlot> GLOBEX = List.of(
            DemoPlot.of("billing-api", "high", 25, deploy("billing-api", "v0.8", "v0.9", "Invoice rounding", 7), "Rolled back to v0.8.",
                    List.of("Rounding fails for yen."), alert("HighErrorRate", "9 % of invoices fail", 0)),
            DemoPlot.of("warehouse-db", "medium", 50, null, "Vacuum finished, latency is back.",
                    List.of("Bloat on the movements table."), alert("HighLatencyP95", "warehouse-db p95 above 500 ms", 0)),
            DemoPlot.of("api-gateway", "low", 15, null, "Certificate renewed.", List.of(), alert("CertificateExpiresSoon", "api-gateway certificate expires in 6 days", 0)));

    private DemoPlots() {
    }
}
