package com.srecopilot.identity.failure;

import java.io.IOException;

import com.srecopilot.identity.access.Paths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** A form from a page that is older than the sign-in: says so, rather than "forbidden". */
@Component
public class StaleForm implements AccessDeniedHandler {

    static final String ATTRIBUTE = StaleForm.class.getName();

    private static final Failure STALE = Failure.of(403, "This page was stale",
            "It was opened before the last sign-in, or has been open for very long, so nothing was changed. Go back, reload the page and try again.");
    private static final Failure NO_TOKEN = Failure.of(403, "The CSRF token lacks",
            "A session cookie alone may only read. Send the header X-CSRF-TOKEN too, or a bearer token instead.");

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        if (denied instanceof CsrfException) {
            request.setAttribute(ATTRIBUTE, Paths.isForPrograms(request) ? NO_TOKEN : STALE);
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
