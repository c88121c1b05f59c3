package com.srecopilot.identity.failure;

import com.srecopilot.identity.access.Paths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Answers whatever a handler throws. Nobody sees a stack trace or a class name; the log does. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class FailureAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(FailureAdvice.class);

    private final Failures failures;
    private final FailureAnswer answer;
    private final RequestCache requests;

    FailureAdvice(Failures failures, FailureAnswer answer, RequestCache requests) {
        this.failures = failures;
        this.answer = answer;
        this.requests = requests;
    }

    @ExceptionHandler
    ModelAndView any(Exception cause, HttpServletRequest request) {
        Failure failure = failures.of(cause);
        if (failure.status() >= 500) {
            LOG.error("{} {} failed", request.getMethod(), Paths.of(request), cause);
        }
        return answer.to(request, failure);
    }

    /** A page asks for the sign-in and comes back; a program gets a plain 401. */
    @ExceptionHandler
    ModelAndView signedOut(InsufficientAuthenticationException cause, HttpServletRequest request, HttpServletResponse response) {
        if (Paths.isForPrograms(request)) {
            return answer.to(request, Failures.ofStatus(401));
        }
        if (Paths.isForHtmx(request)) {
            response.setHeader("HX-Redirect", "/login");
            return answer.to(request, Failures.ofStatus(401));
        }
        requests.saveRequest(request, response);
        return new ModelAndView("redirect:/login");
    }

    /** The reader has gone; nobody is left to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException cause) {
        LOG.debug("The reader closed the connection", cause);
    }
}
