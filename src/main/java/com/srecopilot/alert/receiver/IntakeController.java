package com.srecopilot.alert.receiver;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.alert.format.Unreadable;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.tenancy.Anyone;

/** Where senders post. A 2xx is out only when everything is committed; what can't be stored now is asked for again. */
@RestController
@Anyone
class IntakeController {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeController.class);

    private final IngestKeys keys;
    private final Intake intake;

    IntakeController(IngestKeys keys, Intake intake) {
        this.keys = keys;
        this.intake = intake;
    }

    @PostMapping("/ingest/{key}/{format}")
    ResponseEntity<Object> take(@PathVariable String key, @PathVariable String format, HttpServletRequest request) throws IOException {
        return answer(key, format, HttpStatus.ACCEPTED, request);
    }

    /** Prometheus takes us for an Alertmanager. */
    @PostMapping("/ingest/{key}/api/v2/alerts")
    ResponseEntity<Object> takeFromPrometheus(@PathVariable String key, HttpServletRequest request) throws IOException {
        return answer(key, "alertmanager-api", HttpStatus.OK, request);
    }

    private ResponseEntity<Object> answer(String key, String format, HttpStatus accepted, HttpServletRequest request) throws IOException {
        try {
            Optional<IngestKey> source = keys.resolve(key);
            if (source.isEmpty()) {
                return IntakeAnswer.problem(HttpStatus.UNAUTHORIZED, "Nobody has this ingest key", "It may be mistyped or revoked.");
            }
            if (!intake.formats().contains(format)) {
                return IntakeAnswer.problem(HttpStatus.NOT_FOUND, "No such format", "There are " + String.join(", ", intake.formats()) + ".");
            }
            return IntakeAnswer.of(intake.accept(source.get(), format, IngestBody.read(request)), accepted);
        } catch (IngestBody.TooLarge e) {
            return IntakeAnswer.problem(HttpStatus.CONTENT_TOO_LARGE, "That is too large", "A body holds at most 1 MiB (1048576 bytes), inflated too.");
        } catch (Unreadable e) {
            return IntakeAnswer.unreadable(EpisodeStore.newId(), e);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A delivery could not be stored; its sender is asked to repeat it: {}", e.getMessage());
            return IntakeAnswer.problem(HttpStatus.SERVICE_UNAVAILABLE, "It can't be stored now", "Send it again in a few seconds.");
        }
    }
}
