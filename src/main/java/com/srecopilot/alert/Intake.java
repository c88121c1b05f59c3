package com.srecopilot.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Service;

import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.Unreadable;
import com.srecopilot.alert.mapping.Mappings;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.Actor;

/** Takes what senders send: reads it, and stores it before it answers. */
@Service
public class Intake {

    private final Map<String, AlertFormat> formats = new LinkedHashMap<>();
    private final Mappings mappings;
    private final IntakeQueue queue;
    private final Unfolding unfolding;
    private final Clock clock;

    Intake(List<AlertFormat> formats, Mappings mappings, IntakeQueue queue, Unfolding unfolding, Clock clock) {
        this.mappings = mappings;
        formats.forEach(format -> this.formats.put(format.name(), format));
        this.queue = queue;
        this.unfolding = unfolding;
        this.clock = clock;
    }

    /** @param refusal why it could not be read, or null when it was stored */
    public record Answer(UUID receipt, int alerts, Unreadable refusal) {
    }

    public boolean knows(String format) {
        return formats.containsKey(format);
    }

    public List<String> formats() {
        return List.copyOf(formats.keySet());
    }

    /**
     * Stores a body, readable or not; to be called outside any transaction. Binds the source's tenant itself.
     *
     * @param format one of {@link #formats()}
     * @throws org.springframework.dao.DataAccessException when it can't be stored now: the sender must repeat it
     */
    public Answer accept(IngestKey source, String format, byte[] body) {
        return store(read(source, format, body, Map.of()));
    }

    /**
     * The same for a sender who needs no thread until it is stored.
     *
     * @param headers by their names in lower case: a body may say part of it in them
     * @return done once it is committed, on the thread of the writer, or failed with the exception that {@link #accept} throws
     */
    public CompletableFuture<Answer> submit(IngestKey source, String format, byte[] body, Map<String, String> headers) {
        Read read = read(source, format, body, headers);
        return queue.submit(read.delivery()).thenApply(stored -> read.answer());
    }

    private Read read(IngestKey source, String format, byte[] body, Map<String, String> headers) {
        var payload = new Payload(body, now(), headers);
        try {
            return read(source, format, payload, mappings.read(source, formats.get(format), payload), null);
        } catch (Unreadable refusal) {
            return read(source, format, payload, List.of(), refusal);
        }
    }

    private static Read read(IngestKey source, String format, Payload payload, List<IncomingAlert> alerts, Unreadable refusal) {
        String reason = refusal == null ? null : refusal.getMessage();
        return new Read(new Delivery(EpisodeStore.newId(), source, format, payload.receivedAt(), alerts, reason, payload.text()), refusal);
    }

    private record Read(Delivery delivery, Unreadable refusal) {

        private Answer answer() {
            return new Answer(delivery.receipt(), delivery.alerts().size(), refusal);
        }
    }

    /** Keeps what could not even be read as a body, or breaks its sender's own rules, with the reason. */
    public Answer refuse(IngestKey source, String format, byte[] body, Unreadable reason) {
        return store(read(source, format, new Payload(body, now()), List.of(), reason));
    }

    /** Returns once every delivery that the current tenant's senders were answered before is unfolded into alerts; to be called outside any transaction. */
    public void catchUp() {
        unfolding.catchUp();
    }

    /** The same, unless a storm is on. */
    public void catchUpSoon() {
        unfolding.catchUpSoon(Actor.current().tenant());
    }

    /** For an answer of which nothing is stored. */
    public static UUID unstored() {
        return EpisodeStore.newId();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Answer store(Read read) {
        queue.write(read.delivery());
        return read.answer();
    }
}
