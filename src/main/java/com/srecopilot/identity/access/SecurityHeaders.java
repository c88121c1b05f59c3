package com.srecopilot.identity.access;

import java.util.Map;

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

    private SecurityHeaders() {
    }
}
