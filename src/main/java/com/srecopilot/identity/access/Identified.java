package com.srecopilot.identity.access;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who proved to be who. All that a session or a token says of a person; the rest is read anew for each request. */
public record Identified(UUID tenant, UUID person) implements AuthenticatedPrincipal, Serializable {

    private static final long serialVersionUID = 1;

    /** Sessions are listed under this name. */
    @Override
    public String getName() {
        return person.toString();
    }

    public static Optional<Identified> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Identified who ? Optional.of(who) : Optional.empty();
    }
}
