package com.srecopilot.identity.signin;

import java.time.Duration;
import java.util.Optional;

import com.srecopilot.identity.Accounts;
import com.srecopilot.identity.Directory;
import com.srecopilot.identity.IdentityEvent;
import com.srecopilot.identity.Passwords;
import com.srecopilot.identity.access.Caller;
import com.srecopilot.identity.access.Identified;
import com.srecopilot.tenancy.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks an e-mail and a password, for people and for programs, and leaves a record of it. */
@Service
public class Credentials {

    private final Directory directory;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Attempts attempts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Credentials(Directory directory, Passwords passwords, Accounts accounts, Attempts attempts, TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.directory = directory;
        this.passwords = passwords;
        this.accounts = accounts;
        this.attempts = attempts;
        this.transaction = transaction;
        this.events = events;
    }

    /** Why somebody can't sign in: {@link TooMany}, {@link Wrong} or {@link Disabled}. */
    public sealed interface Verdict {
    }

    public record Right(Identified who) implements Verdict {
    }

    public record Wrong() implements Verdict {
    }

    /** The password was right, so that we may tell. */
    public record Disabled() implements Verdict {
    }

    public record TooMany(Duration retryAfter) implements Verdict {
    }

    public Verdict check(String email, String password, Caller caller) {
        Optional<Duration> wait = attempts.wait(email, caller.ip());
        if (wait.isPresent()) {
            return new TooMany(wait.get());
        }
        Optional<Directory.Found> found = directory.email(email);
        if (found.isEmpty()) {
            passwords.pretend(password);
            attempts.failed(email, caller.ip());
            return new Wrong();
        }
        return check(found.get(), email, password, caller);
    }

    private Verdict check(Directory.Found found, String email, String password, Caller caller) {
        if (!Actor.system(found.tenant(), "sign-in").call(() -> passwords.matches(found.id(), password))) {
            attempts.failed(email, caller.ip());
            record(new IdentityEvent.SignInFailed(found.tenant(), found.id()), caller.claiming(found.tenant(), email));
            return new Wrong();
        }
        Optional<Duration> wait = attempts.wait(email, caller.ip());
        return wait.<Verdict>map(TooMany::new).orElseGet(() -> admit(found, email, caller));
    }

    private Verdict admit(Directory.Found found, String email, Caller caller) {
        Optional<Accounts.Account> account = accounts.find(found.tenant(), found.id());
        if (account.isEmpty()) {
            record(new IdentityEvent.SignInFailed(found.tenant(), found.id()), caller.claiming(found.tenant(), email));
            return new Disabled();
        }
        attempts.succeeded(email);
        Actor actor = account.get().actor(caller.ip(), caller.userAgent(), caller.requestId());
        actor.run(() -> accounts.noteSignIn(found.id()));
        record(new IdentityEvent.SignedIn(found.tenant(), found.id()), actor);
        return new Right(new Identified(found.tenant(), found.id()));
    }

    private void record(IdentityEvent event, Actor actor) {
        actor.run(() -> transaction.executeWithoutResult(status -> events.publishEvent(event)));
    }
}
