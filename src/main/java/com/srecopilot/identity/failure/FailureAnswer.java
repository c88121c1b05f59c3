package com.srecopilot.identity.failure;

import java.io.IOException;
import java.net.URI;

import com.srecopilot.identity.access.Caller;
import com.srecopilot.identity.access.Paths;
import com.srecopilot.identity.shell.Shell;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** Answers a failure in the reader's form: a page for people, problem details for programs. */
@Component
class FailureAnswer {

    private final Shell shell;
    private final JsonMapper json;

    FailureAnswer(Shell shell, JsonMapper json) {
        this.shell = shell;
        this.json = json;
    }

    ModelAndView to(HttpServletRequest request, Failure failure) {
        String requestId = Caller.of(request).requestId();
        return Paths.isForPrograms(request) ? problem(request, failure, requestId) : page(request, failure, requestId);
    }

    private ModelAndView page(HttpServletRequest request, Failure failure, String requestId) {
        forgetToken(request);
        var page = new ModelAndView(template(failure.status()), HttpStatusCode.valueOf(failure.status()));
        page.addAllObjects(failure.status() < 500 ? shell.attributes(request) : shell.withoutCounts(request));
        if (!hasOwnWords(page.getViewName(), failure)) {
            page.addObject("failure", failure);
        }
        page.addObject("status", failure.status());
        page.addObject("requestId", requestId);
        return page;
    }

    /** The page of a bare status says more than we could. */
    private static boolean hasOwnWords(String template, Failure failure) {
        return template.startsWith("error/") && failure.equals(Failures.ofStatus(failure.status()));
    }

    /** Or the page would begin a session for whoever mistypes an address. */
    private static void forgetToken(HttpServletRequest request) {
        if (request.getSession(false) == null) {
            request.removeAttribute("_csrf");
        }
    }

    private static String template(int status) {
        return switch (status) {
            case 400, 403, 404, 409, 429, 503 -> "error/" + status;
            default -> status < 500 ? "error" : "error/500";
        };
    }

    private ModelAndView problem(HttpServletRequest request, Failure failure, String requestId) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(failure.status()), failure.detail());
        problem.setTitle(failure.title());
        problem.setInstance(URI.create(Paths.of(request)));
        problem.setProperty("request_id", requestId);
        if (!failure.errors().isEmpty()) {
            problem.setProperty("errors", failure.errors());
        }
        return new ModelAndView((View) (model, asked, answer) -> write(problem, answer));
    }

    private void write(ProblemDetail problem, HttpServletResponse answer) throws IOException {
        if (answer.isCommitted()) {
            return;
        }
        answer.setStatus(problem.getStatus());
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            answer.setHeader("WWW-Authenticate", "Bearer");
        }
        answer.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        answer.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
