package com.srecopilot.identity.failure;

import com.srecopilot.identity.access.Paths;
import com.srecopilot.tenancy.Anyone;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what failed outside of any handler: a refused address, a stale form, a filter. */
@Controller
@Anyone
class FailurePages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(FailurePages.class);

    private final Failures failures;
    private final FailureAnswer answer;

    FailurePages(Failures failures, FailureAnswer answer) {
        this.failures = failures;
        this.answer = answer;
    }

    @RequestMapping("/error")
    ModelAndView show(HttpServletRequest request) {
        if (request.getAttribute(StaleForm.ATTRIBUTE) instanceof Failure stale) {
            return answer.to(request, stale);
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (status >= 500 && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            LOG.error("{} {} failed", request.getMethod(), Paths.of(request), cause);
            return answer.to(request, failures.of(root(cause)));
        }
        boolean upload = status == 413 && request.getContentType() != null && request.getContentType().startsWith("multipart/");
        return answer.to(request, upload ? failures.tooLargeAFile() : Failures.ofStatus(status));
    }

    /** Servlet exceptions only wrap what happened. */
    private static Throwable root(Throwable cause) {
        return cause instanceof ServletException && cause.getCause() != null ? root(cause.getCause()) : cause;
    }
}
