package com.srecopilot.alert.receiver;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
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
import tools.jackson.databind.node.ObjectNode;

import com.srecopilot.alert.Intake;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.Unreadable;
import com.srecopilot.alert.signature.Signatures;
import com.srecopilot.alert.signature.Unverifiable;
import com.srecopilot.alert.signature.WrongSignature;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.tenancy.Actor;

/** What all receivers do alike: take a body, keep what is refused with its reason, and let each answer in its sender's own words. */
@Component
class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Intake intake;
    private final Signatures signatures;

    Reception(Intake intake, Signatures signatures) {
        this.intake = intake;
        this.signatures = signatures;
    }

    interface Work {
        ResponseEntity<Object> call() throws IOException;
    }

    record Taken(Intake.Answer answer, boolean tooLarge) {
    }

    /** @return done once it is stored, on the thread of the writer, or failed: see {@link #failure} */
    CompletableFuture<Taken> take(IngestKey source, String format, HttpServletRequest request) throws IOException {
        byte[] body;
        try {
            body = body(source, format, request);
        } catch (IngestBody.TooLarge e) {
            return CompletableFuture.completedFuture(new Taken(intake.refuse(source, format, e.start(), new Unreadable("", e.getMessage())), true));
        } catch (Unreadable e) {
            return CompletableFuture.completedFuture(new Taken(intake.refuse(source, format, new byte[0], e), false));
        }
        return intake.submit(source, format, body, headers(request)).thenApply(answer -> new Taken(answer, false));
    }

    /** The same of a body that must be an object, for those who complete it. @throws Unreadable once it is kept with the reason */
    ObjectNode object(IngestKey source, String format, HttpServletRequest request) throws IOException {
        byte[] body = new byte[0];
        try {
            body = body(source, format, request);
            return object(body);
        } catch (IngestBody.TooLarge e) {
            intake.refuse(source, format, e.start(), new Unreadable("", e.getMessage()));
            throw e;
        } catch (Unreadable e) {
            intake.refuse(source, format, body, e);
            throw e;
        }
    }

    /** Read, and signed as its source demands. @throws Refused once it is kept with the reason */
    byte[] body(IngestKey source, String format, HttpServletRequest request) throws IOException {
        byte[] wire = IngestBody.wire(request);
        admit(source, format, wire, request);
        return IngestBody.inflated(wire, request);
    }

    /** @param wire the body as it came. @throws Refused once it is kept with the reason: it is not signed as its source demands */
    void admit(IngestKey source, String format, byte[] wire, HttpServletRequest request) {
        try {
            signatures.check(source, wire, request::getHeader);
        } catch (WrongSignature e) {
            throw refused(source, format, wire, HttpStatus.UNAUTHORIZED, e);
        } catch (Unverifiable e) {
            LOG.warn("The signature of a delivery of {} can't be verified; its sender is asked to repeat it: {}", source.name(), e.getMessage());
            throw refused(source, format, wire, HttpStatus.SERVICE_UNAVAILABLE, e);
        }
    }

    private Refused refused(IngestKey source, String format, byte[] wire, HttpStatus status, RuntimeException reason) {
        byte[] start = Arrays.copyOf(wire, Math.min(wire.length, Refused.KEPT));
        return new Refused(status, reason.getMessage(), intake.refuse(source, format, start, new Unreadable("", reason.getMessage())).receipt());
    }

    /** @param words the body of a failure in the sender's own shape; an empty map is a problem detail */
    ResponseEntity<Object> guarded(Work work, BiFunction<HttpStatus, String, Map<String, Object>> words) throws IOException {
        try {
            return work.call();
        } catch (Refused | Unreadable | IngestBody.TooLarge | DataAccessException | TransactionException e) {
            return failure(e, words);
        }
    }

    /** What a sender hears when its delivery was not taken: of anything but itself, to repeat it. */
    ResponseEntity<Object> failure(Throwable reason, BiFunction<HttpStatus, String, Map<String, Object>> words) {
        if (reason instanceof Refused refused) {
            Map<String, Object> body = words.apply(refused.status(), refused.getMessage());
            return body.isEmpty() ? IntakeAnswer.refused(refused) : answer(refused.status(), refused.receipt(), body);
        }
        if (reason instanceof IngestBody.TooLarge) {
            return failed(HttpStatus.CONTENT_TOO_LARGE, reason.getMessage(), words);
        }
        if (reason instanceof Unreadable) {
            return failed(HttpStatus.BAD_REQUEST, reason.getMessage(), words);
        }
        LOG.warn("A delivery could not be stored; its sender is asked to repeat it: {}", reason.getMessage(), isFromDatabase(reason) ? null : reason);
        return failed(HttpStatus.SERVICE_UNAVAILABLE, "It can't be stored now", words);
    }

    private static boolean isFromDatabase(Throwable reason) {
        return reason instanceof DataAccessException || reason instanceof TransactionException;
    }

    /** @throws Unreadable when it is none */
    static ObjectNode object(byte[] body) {
        return (ObjectNode) new Payload(body, Instant.EPOCH).json().object().node();
    }

    /** For what concerns the source's own tenant. */
    static <T> T asked(IngestKey source, Supplier<T> work) {
        return Actor.system(source.tenant(), "intake: " + source.name()).call(work::get);
    }

    static void as(IngestKey source, Runnable work) {
        asked(source, () -> {
            work.run();
            return true;
        });
    }

    static ResponseEntity<Object> answer(HttpStatus status, UUID receipt, Object body) {
        var answer = ResponseEntity.status(status).header("X-Receipt", receipt.toString());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(body);
    }

    private static ResponseEntity<Object> failed(HttpStatus status, String reason, BiFunction<HttpStatus, String, Map<String, Object>> words) {
        Map<String, Object> body = words.apply(status, reason);
        return body.isEmpty() ? IntakeAnswer.problem(status, reason, "Send it again in a few seconds.") : answer(status, Intake.unstored(), body);
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = Map.of();
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements();) {
            String name = names.nextElement();
            if (name.regionMatches(true, 0, "ce-", 0, 3)) {
                headers = headers.isEmpty() ? new HashMap<>() : headers;
                headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
            }
        }
        return headers;
    }
}
