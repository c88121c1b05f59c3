package com.srecopilot.identity.access;

import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A person who has proved to be themselves, as Spring Security carries them: without authorities, which a session would freeze. */
public class Proof extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final Identified who;

    public Proof(Identified who) {
        super(List.of());
        this.who = who;
        setAuthenticated(true);
    }

    @Override
    public Identified getPrincipal() {
        return who;
    }

    @Override
    public Object getCredentials() {
        return null;
    }
}
