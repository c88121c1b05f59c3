package com.srecopilot.identity.access;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

/** What every answer tells the browser not to do. */
final class SecurityHeaders {

    static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Permissions-Policy", "geolocation=(), microphone=(self), camera=(self)",
            "Cache-Control", "no-store");

    /** Senders get no page that a browser could be told anything about, and thousands of answers a second. */
    private static final Map<String, String> FOR_SENDERS = Map.of("X-Content-Type-Options", "nosniff");

    private SecurityHeaders() {
    }

    static Map<String, String> of(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().startsWith("/ingest/") ? FOR_SENDERS : ALWAYS;
    }
}
