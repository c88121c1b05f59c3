package com.srecopilot.alert.receiver;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.alert.Intake;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;

/**
 * Where senders post. A 2xx is out only when everything is committed; what can't be stored now is asked for again. It
 * stands before the doors for people (sessions, tokens, forms), of which a sender with a key needs none: they would
 * cost more than storing the alert.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class IngestFilter extends HttpFilter {

    private static final Logger log = LoggerFactory.getLogger(IngestFilter.class);
    /** What it takes it answers: nothing of this shape gets behind those doors. */
    private static final Pattern ADDRESS = Pattern.compile("/ingest/([^/]+)/([^/]+|api/v2/alerts)");
    private static final List<String> METHODS = List.of("POST", "PUT");
    private static final String AS_ALERTMANAGER = "api/v2/alerts";

    private final transient IngestKeys keys;
    private final transient Intake intake;
    private final transient Reception reception;
    private final transient IngestTimes times;
    private final transient JsonMapper json;

    IngestFilter(IngestKeys keys, Intake intake, Reception reception, IngestTimes times, JsonMapper json) {
        this.keys = keys;
        this.intake = intake;
        this.reception = reception;
        this.times = times;
        this.json = json;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Matcher address = request.getRequestURI().startsWith("/ingest/") ? ADDRESS.matcher(request.getRequestURI()) : null;
        if (address == null || !address.matches() || request.getMethod().equals("OPTIONS")) {
            chain.doFilter(request, response);
            return;
        }
        if (METHODS.contains(request.getMethod())) {
            take(address.group(1), address.group(2), request, response);
        } else {
            long began = System.nanoTime();
            send(IntakeAnswer.notPosted(), response);
            times.took(Duration.ofNanos(System.nanoTime() - began), "UNKNOWN", response.getStatus());
        }
    }

    /** Until it is stored no thread waits for it: in a rush many senders are answered by one commit. */
    private void take(String key, String address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long began = System.nanoTime();
        String method = request.getMethod();
        CompletableFuture<ResponseEntity<Object>> answer = answer(key, address, request);
        AsyncContext until = request.startAsync();
        until.setTimeout(0); // The database knows when it has waited too long.
        // Not on the writer's thread, which others wait for.
        answer.thenAccept(said -> until.start(() -> {
            try {
                send(said, response);
                times.took(Duration.ofNanos(System.nanoTime() - began), method, response.getStatus());
            } finally {
                until.complete();
            }
        }));
    }

    /** Prometheus takes us for an Alertmanager. */
    private CompletableFuture<ResponseEntity<Object>> answer(String key, String address, HttpServletRequest request) throws IOException {
        boolean alertmanager = address.equals(AS_ALERTMANAGER);
        try {
            return answer(key, alertmanager ? "alertmanager-api" : address, alertmanager ? HttpStatus.OK : HttpStatus.ACCEPTED, request);
        } catch (Refused | DataAccessException | TransactionException e) {
            return CompletableFuture.completedFuture(failure(e));
        }
    }

    private CompletableFuture<ResponseEntity<Object>> answer(String key, String format, HttpStatus accepted, HttpServletRequest request) throws IOException {
        IngestKey source = keys.resolve(key).orElse(null);
        if (source == null) {
            return CompletableFuture.completedFuture(IntakeAnswer.unknownKey());
        }
        if (!intake.knows(format)) {
            return CompletableFuture.completedFuture(IntakeAnswer.problem(HttpStatus.NOT_FOUND, "No such format", "There are " + String.join(", ", intake.formats()) + "."));
        }
        return reception.take(source, format, request)
                .thenApply(taken -> taken.tooLarge() ? IntakeAnswer.tooLarge(taken.answer().receipt()) : IntakeAnswer.of(taken.answer(), accepted))
                .exceptionally(failure -> failure(failure.getCause()));
    }

    private ResponseEntity<Object> failure(Throwable reason) {
        return reception.failure(reason, (status, words) -> Map.of());
    }

    private void send(ResponseEntity<Object> answer, HttpServletResponse response) {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (response.getContentType() == null) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        }
        byte[] body = json.writeValueAsBytes(answer.getBody());
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException e) {
            log.debug("A sender has gone before its answer", e);
        }
    }
}
