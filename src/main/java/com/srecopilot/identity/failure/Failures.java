package com.srecopilot.identity.failure;

import java.util.List;
import java.util.Optional;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.Roles;
import com.srecopilot.identity.Stale;
import com.srecopilot.identity.access.BodyLimit;
import com.srecopilot.identity.access.Forbidden;
import com.srecopilot.tenancy.Actor;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Translates every exception into a {@link Failure}: the one place where that is decided. */
@Component
class Failures {

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    private final Roles roles;
    private final UnreadableBody unreadable;
    private final DataSize largestFile;

    Failures(Roles roles, UnreadableBody unreadable, @Value("${spring.servlet.multipart.max-file-size}") DataSize largestFile) {
        this.roles = roles;
        this.unreadable = unreadable;
        this.largestFile = largestFile;
    }

    Failure of(Throwable cause) {
        return ours(cause).or(() -> spring(cause)).orElseGet(() -> ofStatus(500));
    }

    /** What a bare status means. */
    static Failure ofStatus(int status) {
        return switch (status) {
            case 400 -> Failure.of(400, "This request can't be read", "Something in the address or the form is malformed.");
            case 401 -> Failure.of(401, "Sign in first", "Nobody is signed in, or the sign-in has ended.");
            case 403 -> Failure.of(403, "This isn't for your role", "Ask an admin if you need it.");
            case 404 -> Failure.of(404, "There is nothing at this address", "The link may be mistyped, or what it led to is gone.");
            case 405 -> Failure.of(405, "This address doesn't take that method", "Go back and use the page's own buttons.");
            case 413 -> Failure.of(413, "That is too large", "Send less at once.");
            case 415 -> Failure.of(415, "This kind of content isn't understood", "Send JSON with Content-Type: application/json.");
            case 503 -> Failure.of(503, "A part of SRE Copilot doesn't answer", "What was saved is safe. Try again in a moment.");
            default -> status < 500 ? Failure.of(status, reason(status), "The request can't be answered.")
                    : Failure.of(status, "Something failed on our side", "What was saved is safe. Try again; if it stays, give your admin the request id.");
        };
    }

    private Optional<Failure> ours(Throwable cause) {
        if (cause instanceof Invalid e) {
            return Optional.of(Failure.field(e.field(), e.getMessage()));
        }
        if (cause instanceof NotFound e) {
            return Optional.of(Failure.of(404, e.getMessage(), "It may never have existed, or was deleted."));
        }
        if (cause instanceof Stale e) {
            return Optional.of(Failure.of(409, "Somebody else was faster", e.getMessage()));
        }
        if (cause instanceof Forbidden e) {
            return Optional.of(forbidden(e));
        }
        return Optional.empty();
    }

    private Optional<Failure> spring(Throwable cause) {
        if (cause instanceof BindException e) {
            return Optional.of(fields(e));
        }
        if (cause instanceof MethodArgumentTypeMismatchException e) {
            return e.getMostSpecificCause() instanceof NotFound missing ? ours(missing) : Optional.of(Failure.field(e.getName(), UnreadableBody.expectation(e.getRequiredType())));
        }
        if (cause instanceof MissingServletRequestParameterException e) {
            return Optional.of(Failure.field(e.getParameterName(), "is needed"));
        }
        if (cause instanceof InvalidParameterException e) {
            return Optional.of(e.getErrorCode() == 413 ? tooLargeAFile() : ofStatus(e.getErrorCode()));
        }
        if (cause instanceof MaxUploadSizeExceededException) {
            return Optional.of(tooLargeAFile());
        }
        if (cause instanceof HttpMessageNotReadableException e) {
            return Optional.of(isTooLarge(e) ? ofStatus(413) : unreadable.explain(e));
        }
        if (cause instanceof HandlerMethodValidationException e) {
            return Optional.of(parameters(e));
        }
        return unavailable(cause).or(() -> denied(cause)).or(() -> withStatus(cause));
    }

    private static Optional<Failure> unavailable(Throwable cause) {
        if (cause instanceof OptimisticLockingFailureException) {
            return Optional.of(Failure.of(409, "Somebody else was faster", "It was changed meanwhile. Reload to see how, then try again."));
        }
        if (cause instanceof DataIntegrityViolationException) {
            return Optional.of(Failure.of(409, "This conflicts with what is already there", "A value is taken, out of range, or names something that doesn't exist."));
        }
        boolean down = cause instanceof DataAccessResourceFailureException || cause instanceof RedisConnectionFailureException
                || cause instanceof RedisSystemException || cause instanceof QueryTimeoutException
                || cause instanceof CannotCreateTransactionException;
        return down ? Optional.of(ofStatus(503)) : Optional.empty();
    }

    private static Optional<Failure> denied(Throwable cause) {
        if (cause instanceof AuthenticationException) {
            return Optional.of(ofStatus(401));
        }
        return cause instanceof AccessDeniedException ? Optional.of(ofStatus(403)) : Optional.empty();
    }

    private static Optional<Failure> withStatus(Throwable cause) {
        if (!(cause instanceof ErrorResponse response)) {
            return Optional.empty();
        }
        Failure usual = ofStatus(response.getStatusCode().value());
        String detail = response.getBody().getDetail();
        boolean told = cause instanceof ResponseStatusException && detail != null
                || cause instanceof ServletRequestBindingException;
        return Optional.of(told ? Failure.of(usual.status(), usual.title(), detail) : usual);
    }

    private Failure forbidden(Forbidden e) {
        if (e.permission().isEmpty() || Actor.present().isEmpty()) {
            return ofStatus(403);
        }
        String who = String.join(" or ", roles.having(e.permission()));
        return Failure.of(403, "This isn't for your role", "It needs the permission " + e.permission() + ". Who can: " + who + ".");
    }

    private static Failure fields(BindException e) {
        List<Failure.FieldError> errors = e.getFieldErrors().stream().map(error -> new Failure.FieldError(spelled(e, error.getField()),
                error.isBindingFailure() ? UnreadableBody.expectation(e.getFieldType(error.getField())) : error.getDefaultMessage())).toList();
        return listed(errors);
    }

    /** As the sender wrote it: JSON bodies are in snake case. */
    private static String spelled(BindException e, String field) {
        boolean json = e.getTarget() != null && e.getTarget().getClass().isAnnotationPresent(JsonNaming.class);
        return json ? SNAKE_CASE.nameForField(null, null, field) : field;
    }

    private static Failure parameters(HandlerMethodValidationException e) {
        List<Failure.FieldError> errors = e.getParameterValidationResults().stream().flatMap(result -> result.getResolvableErrors().stream()
                .map(error -> new Failure.FieldError(result.getMethodParameter().getParameterName(), error.getDefaultMessage()))).toList();
        return listed(errors);
    }

    private static Failure listed(List<Failure.FieldError> errors) {
        String detail = String.join("; ", errors.stream().map(error -> error.field() + " " + error.message()).toList());
        return new Failure(400, "Some values can't be used", detail + ".", errors);
    }

    /** A form with files that was refused before it was read. */
    Failure tooLargeAFile() {
        return Failure.of(413, "That is too large", "A file has at most " + largestFile.toMegabytes() + " MB. Nothing was kept.");
    }

    private static boolean isTooLarge(Throwable cause) {
        return cause != null && (cause instanceof BodyLimit.TooLarge || isTooLarge(cause.getCause()));
    }

    private static String reason(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Status " + status : known.getReasonPhrase();
    }
}
