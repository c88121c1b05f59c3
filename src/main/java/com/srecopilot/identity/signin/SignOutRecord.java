package com.srecopilot.identity.signin;

import java.util.Optional;

import com.srecopilot.identity.Accounts;
import com.srecopilot.identity.IdentityEvent;
import com.srecopilot.identity.access.Caller;
import com.srecopilot.identity.access.Identified;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Leaves a record of the sign-out, before the session ends. */
@Component
class SignOutRecord implements LogoutHandler {

    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    SignOutRecord(Accounts accounts, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        Caller caller = Caller.of(request);
        Optional<Identified> who = Optional.ofNullable(authentication).map(Authentication::getPrincipal)
                .filter(Identified.class::isInstance).map(Identified.class::cast);
        who.flatMap(signedIn -> accounts.find(signedIn.tenant(), signedIn.person())).ifPresent(account -> account
                .actor(caller.ip(), caller.userAgent(), caller.requestId())
                .run(() -> transaction.executeWithoutResult(status ->
                        events.publishEvent(new IdentityEvent.SignedOut(account.tenant(), account.person().id())))));
    }
}
