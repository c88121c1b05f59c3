package com.srecopilot.demo.pulse;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import com.srecopilot.telemetry.Telemetry;
import com.srecopilot.tenancy.Actor;

/**
 * Lets the demo's services go on measuring: a good minute behind, so that what the simulator plays can have begun before
 * anybody noticed, and without a gap since the last start of up to two hours.
 */
@Component
@Profile("demo")
public class Pulse {

    /** How far behind: what lies nearer is still open. */
    public static final Duration BEHIND = Duration.ofSeconds(80);
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration MISSED = Duration.ofHours(2);
    private static final long STEP = 30_000;
    private static final long CLOSE_STEP = 5_000;
    private static final long MOST = Duration.ofMinutes(15).toMillis();

    private final List<Shop> shops;
    private final Loopback loopback;
    private final Telemetry telemetry;
    private final Clock clock;
    private final Map<UUID, Long> sent = new ConcurrentHashMap<>();
    private final Map<UUID, Disturbance> standing = new ConcurrentHashMap<>();
    private final Map<UUID, Disturbance> played = new ConcurrentHashMap<>();

    Pulse(List<Shop> shops, Loopback loopback, Telemetry telemetry, Clock clock) {
        this.shops = shops;
        this.loopback = loopback;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /** What is wrong for days, or null when all is well. */
    public void stand(UUID tenant, Disturbance disturbance) {
        if (disturbance == null) {
            standing.remove(tenant);
        } else {
            standing.put(tenant, disturbance);
        }
    }

    /** What goes wrong before everybody's eyes: while it lasts everything is sent at once. */
    public void play(UUID tenant, Disturbance disturbance) {
        played.put(tenant, disturbance);
    }

    @Scheduled(initialDelayString = "10s", fixedDelayString = "5s")
    void beat() {
        if (loopback.open()) {
            shops.forEach(this::beat);
        }
    }

    private void beat(Shop shop) {
        Instant now = clock.instant();
        Disturbance play = played.get(shop.tenant());
        boolean playing = play != null && play.until() == null;
        long step = play == null ? STEP : CLOSE_STEP;
        long until = (playing ? now : play != null ? play.until() : now.minus(BEHIND)).toEpochMilli() / step * step;
        long since = sent.computeIfAbsent(shop.tenant(), tenant -> last(shop, now));
        try {
            for (long from = since; from < until; from += MOST) {
                send(shop, from, Math.min(until, from + MOST), step);
            }
            if (play != null && !playing) {
                played.remove(shop.tenant(), play);
            }
        } catch (IOException e) {
            LOG.debug("The demo's telemetry is sent again later: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Logs last: only of them one could come twice. */
    private void send(Shop shop, long from, long to, long step) throws IOException, InterruptedException {
        List<Disturbance> wrong = Stream.of(standing.get(shop.tenant()), played.get(shop.tenant())).filter(Objects::nonNull).toList();
        long[] millis = LongStream.iterate(-Math.floorDiv(-from, step) * step, at -> at < to, at -> at + step).toArray();
        Requests requests = Requests.between(shop, wrong, from, to);
        loopback.post("/ingest/" + shop.key() + "/api/v1/write", Wire.remoteWrite(Vitals.of(shop, wrong, millis)), "Content-Encoding", "snappy", "Content-Type", "application/x-protobuf");
        loopback.post("/ingest/" + shop.key() + "/otlp/v1/traces", Wire.traces(requests.spans()), "Content-Type", "application/x-protobuf");
        loopback.post("/ingest/" + shop.key() + "/otlp/v1/logs", Wire.logs(requests.lines()), "Content-Type", "application/x-protobuf");
        sent.put(shop.tenant(), to);
    }

    /** Until when its services have measured already, before this start. */
    private long last(Shop shop, Instant now) {
        Instant missed = now.minus(MISSED);
        String one = shop.services().keySet().iterator().next();
        return Actor.system(shop.tenant(), "pulse").call(() -> telemetry.series(List.of(one), missed, now)).stream().filter(series -> series.times().length > 0)
                .mapToLong(series -> Math.round(series.times()[series.times().length - 1] * 1_000) + 1).max().orElse(missed.toEpochMilli());
    }
}
