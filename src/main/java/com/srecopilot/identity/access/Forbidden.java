package com.srecopilot.identity.access;

import org.springframework.security.access.AccessDeniedException;

/** Signed in, but the role doesn't allow it. */
public class Forbidden extends AccessDeniedException {

    private final String permission;

    /** @param permission the one that lacks, or empty when the handler has no rule at all */
    Forbidden(String permission) {
        super("Needs " + (permission.isEmpty() ? "a rule" : permission));
        this.permission = permission;
    }

    public String permission() {
        return permission;
    }
}
