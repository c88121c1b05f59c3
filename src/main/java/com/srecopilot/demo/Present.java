package com.srecopilot.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.srecopilot.demo.story.Episode;
import com.srecopilot.demo.story.Episode.Act;
import com.srecopilot.demo.story.Episode.Change;
import com.srecopilot.demo.story.Episode.Shot;
import com.srecopilot.demo.story.Episode.Verb;
import com.srecopilot.demo.story.Story;

/** What is broken at acme when the demo starts: the pool of connections is exhausted since twelve minutes. */
record Present(Instant start, String running, String bad) {

    static final String POOL = "Database connection pool exhausted";
    private static final String CHECKOUT = "checkout-service";
    private static final String REGION = "eu-west";
    private static final Duration AGO = Duration.ofMinutes(12);
    private static final String ELI = "eli@acme.test";
    private static final String BO = "bo@acme.test";

    static Present of(Story story, Instant now) {
        return new Present(now.minus(AGO).truncatedTo(ChronoUnit.SECONDS), story.running().get(CHECKOUT), story.next(CHECKOUT));
    }

    Change cause() {
        return new Change(CHECKOUT, "deployment", bad, running, "Retry wrapper around the payment client (#451)", start.minusSeconds(6 * 60));
    }

    Episode pool() {
        return new Episode(CHECKOUT, "critical", start, List.of(
                shot("HighErrorRate", POOL, CHECKOUT, "critical", 0),
                shot("ConnPoolSaturated", "Connection pool 50 of 50 in use", CHECKOUT, "critical", 20),
                shot("HighLatencyP99", "p99 latency 4.1 s, limit 2 s", CHECKOUT, "high", 45),
                shot("HighErrorRate", "18 % of POST /orders answer 503", "api-gateway", "high", 75)), List.of(
                act(150, Verb.TAKE, ELI, ""),
                act(180, Verb.INVESTIGATE, ELI, "Checking database connections"),
                act(300, Verb.LOG, ELI, log()),
                act(330, Verb.NOTE, ELI, "pg_stat_activity: 50 sessions of checkout-service, 47 of them idle in transaction. Oldest since the deploy."),
                act(420, Verb.NOTE, BO, "Raised the pool on one pod to 80: full again within a minute. So it leaks, size alone is not it."),
                act(600, Verb.NOTE, ELI, "Connection pool size too small for " + bad + ": every retry to payment-service takes a second connection "
                        + "and keeps the first. Rolling forward with PR #456, back to " + running + " if that is not out in five minutes.")), null);
    }

    /** A quiet one, open since yesterday. */
    static Episode certificate(Instant now) {
        Instant start = now.minus(Duration.ofHours(28)).truncatedTo(ChronoUnit.SECONDS);
        var expires = new Shot("CertificateExpiresSoon", "auth-service certificate expires in 9 days", "auth-service", "low", REGION, start, null);
        return new Episode("auth-service", "low", start, List.of(expires), List.of(), null);
    }

    private String log() {
        var lines = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            lines.append(start.plusSeconds(i * 17L)).append(i % 4 == 3 ? " WARN  PaymentClient - attempt " + (i / 4 + 2) + " of 3 for order " + (884_210 + i)
                    : " ERROR HikariPool-1 - Connection is not available, request timed out after 30000ms (total=50, active=50, idle=0, waiting=" + (61 + i * 9) + ")")
                    .append('\n');
        }
        return lines.toString();
    }

    private Shot shot(String name, String summary, String service, String severity, int after) {
        return new Shot(name, summary, service, severity, REGION, start.plusSeconds(after), null);
    }

    private Act act(int after, Verb verb, String by, String text) {
        return new Act(start.plusSeconds(after), verb, by, text);
    }
}
