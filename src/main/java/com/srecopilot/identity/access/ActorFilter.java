package com.srecopilot.identity.access;

import java.io.IOException;
import java.util.Optional;

import com.srecopilot.identity.Accounts;
import com.srecopilot.identity.Accounts.Account;
import com.srecopilot.tenancy.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns who was authenticated, by session or by token, into the {@link Actor} of the request. What they may do is read
 * from their role now, not from the session: a disabled person is nobody from here on.
 */
public class ActorFilter extends OncePerRequestFilter {

    private static final String ACCOUNT = ActorFilter.class.getName() + ".account";

    private final Accounts accounts;

    ActorFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Account> account = Identified.current().flatMap(who -> accounts.find(who.tenant(), who.person()));
        if (account.isEmpty()) {
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(ACCOUNT, account.get());
        Caller caller = Caller.of(request);
        Actor actor = account.get().actor(caller.ip(), caller.userAgent(), caller.requestId());
        try (var ignored = MDC.putCloseable("tenant", actor.tenant().toString())) {
            new Rest(chain, request, response).as(actor);
        }
    }

    /** The person of this request; empty for the signed-out. */
    public static Optional<Account> account(HttpServletRequest request) {
        return Optional.ofNullable((Account) request.getAttribute(ACCOUNT));
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Lets the chain's checked exceptions through the lambda. */
    private record Rest(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {

        void as(Actor actor) throws ServletException, IOException {
            Exception failure = actor.call(this::failure);
            if (failure instanceof IOException e) {
                throw e;
            }
            if (failure instanceof ServletException e) {
                throw e;
            }
        }

        private Exception failure() {
            try {
                chain.doFilter(request, response);
                return null;
            } catch (IOException | ServletException e) {
                return e;
            }
        }
    }
}
