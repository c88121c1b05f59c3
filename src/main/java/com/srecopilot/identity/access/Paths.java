package com.srecopilot.identity.access;

import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Which addresses programs use: they get problem details where people get pages. */
public final class Paths {

    private static final List<String> PROGRAMS = List.of("/api/", "/ingest/", "/v2/", "/integrations/", "/opsgenie/", "/jsm/", "/pagerduty/", "/.well-known/", "/v3/", "/actuator/", "/live");

    private Paths() {
    }

    public static boolean isForPrograms(HttpServletRequest request) {
        String path = of(request);
        return PROGRAMS.stream().anyMatch(path::startsWith);
    }

    public static boolean isForHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** What was asked for, also while its error is being answered. */
    public static String of(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed != null ? failed.toString() : request.getRequestURI();
    }
}
