package com.srecopilot.alert.receiver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

import com.srecopilot.alert.Intake;
import com.srecopilot.alert.format.Unreadable;

/** What senders read: each answer has an {@code X-Receipt}, the failures are problem details. */
final class IntakeAnswer {

    private static final String RECEIPT = "X-Receipt";

    private IntakeAnswer() {
    }

    static ResponseEntity<Object> of(Intake.Answer answer, HttpStatus accepted) {
        if (answer.refusal() != null) {
            return unreadable(answer.receipt(), answer.refusal());
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("status", "accepted");
        body.put("receipt", answer.receipt());
        body.put("alerts", answer.alerts());
        return ResponseEntity.status(accepted).header(RECEIPT, answer.receipt().toString()).body(body);
    }

    static ResponseEntity<Object> unreadable(UUID receipt, Unreadable refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.getMessage() + ".");
        problem.setTitle("The body can't be read");
        if (!refusal.field().isEmpty()) {
            problem.setProperty("errors", List.of(Map.of("field", refusal.field(), "message", refusal.getMessage())));
        }
        return answer(problem, receipt);
    }

    static ResponseEntity<Object> tooLarge(UUID receipt) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, "A body holds at most 1 MiB (1048576 bytes), inflated too.");
        problem.setTitle("That is too large");
        return answer(problem, receipt);
    }

    static ResponseEntity<Object> refused(Refused refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), refusal.getMessage() + ".");
        problem.setTitle(refusal.status() == HttpStatus.UNAUTHORIZED ? "It is not signed as its source demands" : "The signature can't be verified now");
        return answer(problem, refusal.receipt());
    }

    static ResponseEntity<Object> unknownKey() {
        return problem(HttpStatus.UNAUTHORIZED, "Nobody has this ingest key", "It may be mistyped or revoked.");
    }

    /** To a browser, for instance, that somebody has pasted the address into. */
    static ResponseEntity<Object> notPosted() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.METHOD_NOT_ALLOWED, "Senders send their alerts here by POST.");
        problem.setTitle("Nothing is to be read here");
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED).allow(HttpMethod.POST, HttpMethod.PUT).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    static ResponseEntity<Object> problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return answer(problem, Intake.unstored());
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, UUID receipt) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus()).header(RECEIPT, receipt.toString())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(problem);
    }
}
