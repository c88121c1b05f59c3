package com.srecopilot.demo.pulse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import com.srecopilot.demo.story.Script.Journey;
import com.srecopilot.telemetry.LogDraft;
import com.srecopilot.telemetry.SpanDraft;

/** Requests to a shop as its services trace and log them: the same within the same time, whoever asks. */
public final class Requests {

    private static final long EVERY = 20_000;
    /** As a sampler keeps one trace of so many, and says so. */
    private static final int STANDS = 400;
    private static final int COMPLAINTS = 3;

    private final Condition condition;
    private final List<SpanDraft> spans = new ArrayList<>();
    private final List<LogDraft> lines = new ArrayList<>();
    private Random random;
    private UUID trace;
    private long next;

    private Requests(Condition condition) {
        this.condition = condition;
    }

    /** Those that came from one moment on, before another; in milliseconds since the epoch. */
    public static Requests between(Shop shop, List<Disturbance> disturbances, long from, long to) {
        var requests = new Requests(new Condition(shop, disturbances));
        for (int i = 0; i < shop.journeys().size(); i++) {
            long offset = EVERY * i / shop.journeys().size();
            for (long at = -Math.floorDiv(offset - from, EVERY) * EVERY + offset; at < to; at += EVERY) {
                requests.follow(shop.journeys().get(i), at, i);
            }
        }
        return requests;
    }

    /** How many requests come to a service, those included that nobody traced. */
    static double perSecond(Shop shop, String service) {
        return STANDS * 1_000.0 / EVERY * shop.journeys().stream().mapToInt(journey -> visits(journey, service)).sum();
    }

    private static int visits(Journey hop, String service) {
        return (hop.service().equals(service) ? 1 : 0) + hop.calls().stream().mapToInt(callee -> visits(callee, service)).sum();
    }

    public List<SpanDraft> spans() {
        return spans;
    }

    public List<LogDraft> lines() {
        return lines;
    }

    private record Took(long millis, boolean failed) {
    }

    private void follow(Journey journey, long at, int index) {
        random = new Random(Objects.hash(condition.shop().tenant(), at, index) * 0x9E3779B97F4A7C15L);
        trace = new UUID(random.nextLong(), random.nextLong());
        next = 1;
        serve(journey, null, at);
    }

    private Took serve(Journey hop, Long parent, long at) {
        long id = next++;
        Took own = own(hop, at);
        long now = at + own.millis() / 2;
        boolean failed = own.failed();
        for (Journey callee : hop.calls()) {
            Took answer = call(callee, id, hop.service(), now);
            now += answer.millis();
            failed |= answer.failed();
        }
        long millis = now - at + own.millis() - own.millis() / 2;
        spans.add(new SpanDraft(trace, id, parent, hop.service(), hop.operation(), at * 1_000, millis * 1_000, failed, false, null, STANDS));
        if (!own.failed() && hop.says() != null) {
            lines.add(new LogDraft(at + millis, hop.service(), "info", hop.says().replace("{n}", Long.toString(880_000 + at / EVERY % 10_000)).replace("{ms}", Long.toString(millis))));
        }
        return new Took(millis, failed);
    }

    /** The client's half, and the server's where it traces. */
    private Took call(Journey hop, long parent, String caller, long at) {
        long client = next++;
        Took took = Shop.store(hop.service()) ? own(hop, at) : serve(hop, client, at + 1);
        Took all = new Took(took.millis() + 2, took.failed());
        spans.add(new SpanDraft(trace, client, parent, caller, hop.operation(), at * 1_000, all.millis() * 1_000, all.failed(), true, hop.service(), STANDS));
        return all;
    }

    /** What it does itself. Of a service that fails now and then those that fail are slow; one that only is slow is so to all. */
    private Took own(Journey hop, long at) {
        Strain strain = condition.own(hop.service(), at);
        boolean hit = random.nextDouble() < (strain.errors() > 0 ? Math.min(1, 2.5 * strain.errors()) : 1);
        long millis = Math.round(hop.millis() * (1 + 0.15 * random.nextGaussian()) + (hit ? 1_000 * strain.delay() * (0.8 + 0.4 * random.nextDouble()) : 0));
        if (hit) {
            strain.complaint().ifPresent(words -> complain(hop.service(), words, at + millis));
        }
        return new Took(Math.max(1, millis), hit && strain.errors() > 0);
    }

    private void complain(String service, String words, long at) {
        for (int i = 0; i < COMPLAINTS; i++) {
            lines.add(new LogDraft(at + i, service, "error", words.replace("#", Integer.toString(61 + random.nextInt(90)))));
        }
    }
}
