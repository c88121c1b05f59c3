package com.srecopilot.telemetry.receiver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.telemetry.Arrivals;
import com.srecopilot.telemetry.Stored;
import com.srecopilot.tenancy.Actor;

/**
 * What all doors do alike: know the key, unpack the body, work for its tenant, count what came, and answer. Only so much
 * is unpacked at a time; who finds no room within seconds is asked to come again.
 */
@Component
class Doorkeeper {

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
    private static final int ROOM = 4 * (Body.INFLATED >> 10);
    private static final int PATIENCE_SECONDS = 10;

    private final IngestKeys keys;
    private final Arrivals arrivals;
    private final Semaphore kibibytes = new Semaphore(ROOM, true);

    Doorkeeper(IngestKeys keys, Arrivals arrivals) {
        this.keys = keys;
        this.arrivals = arrivals;
    }

    /**
     * @param key of the path, or null when it stands in the header Authorization
     * @param store reads and keeps the body; whatever it throws is kept as nothing
     * @param accepted answers what was taken, all of it or a part
     * @param failed answers a status and a reason in the sender's own words
     */
    ResponseEntity<byte[]> take(String signal, String key, HttpServletRequest request, Function<byte[], Stored> store,
            Function<Stored, ResponseEntity<byte[]>> accepted, BiFunction<HttpStatus, String, ResponseEntity<byte[]>> failed) throws IOException {
        try {
            IngestKey source = key(key, request).flatMap(keys::resolve).orElse(null);
            if (source == null) {
                return failed.apply(HttpStatus.UNAUTHORIZED, "Nobody has this ingest key: it may be mistyped or revoked.");
            }
            return accepted.apply(taken(signal, source, request, store));
        } catch (Refused e) {
            return failed.apply(e.status(), e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Telemetry could not be stored; its sender is asked to repeat it: {}", e.getMessage());
            return failed.apply(HttpStatus.SERVICE_UNAVAILABLE, "It can't be stored now.");
        }
    }

    private Stored taken(String signal, IngestKey source, HttpServletRequest request, Function<byte[], Stored> store) throws IOException {
        try {
            byte[] body = Body.read(request);
            Stored stored = within(body.length, () -> Actor.system(source.tenant(), "telemetry: " + source.name()).call(() -> store.apply(body)));
            arrivals.note(source, signal, stored, stored.complaint());
            return stored;
        } catch (Refused e) {
            var nothing = new Stored(0, 0, Map.of("the whole delivery: " + e.getMessage(), 1L));
            arrivals.note(source, signal, nothing, nothing.complaint());
            throw e;
        }
    }

    private Stored within(int bytes, Supplier<Stored> work) {
        int share = Math.min(ROOM, 1 + (bytes >> 10));
        if (!admitted(share)) {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "too much is being read at this moment");
        }
        try {
            return work.get();
        } finally {
            kibibytes.release(share);
        }
    }

    private boolean admitted(int share) {
        try {
            return kibibytes.tryAcquire(share, PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** In the path, as a bearer token, or as the password (or name) of basic authentication. */
    private static Optional<String> key(String inPath, HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (inPath != null || header == null) {
            return Optional.ofNullable(inPath);
        }
        String[] words = header.strip().split("\\s+", 2);
        if (words.length < 2 || !words[0].equalsIgnoreCase("Basic")) {
            return words.length == 2 && words[0].equalsIgnoreCase("Bearer") ? Optional.of(words[1]) : Optional.empty();
        }
        try {
            String pair = new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8);
            return Arrays.stream(pair.split(":", 2)).filter(each -> each.length() == 32).reduce((name, password) -> password);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static ResponseEntity.BodyBuilder status(HttpStatus status) {
        var answer = ResponseEntity.status(status);
        return status == HttpStatus.SERVICE_UNAVAILABLE ? answer.header(HttpHeaders.RETRY_AFTER, "5") : answer;
    }
}
