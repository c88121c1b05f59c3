package com.srecopilot.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person may do now, for every request: read from the role, at most ten seconds old. */
@Service
public class Accounts {

    private final UserRepository users;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Briefly<UUID, Account> known;

    Accounts(UserRepository users, Tenants tenants, TransactionTemplate transaction, Clock clock) {
        this.users = users;
        this.tenants = tenants;
        this.transaction = transaction;
        this.clock = clock;
        this.known = new Briefly<>(Duration.ofSeconds(10), 10_000, clock);
    }

    public record Account(UUID tenant, String tenantName, Person person, String roleTitle, Set<String> permissions) {

        public Actor actor(String ip, String userAgent, String requestId) {
            return new Actor(tenant, person.id(), person.name(), person.email(), permissions, ip, userAgent, requestId);
        }
    }

    /** Empty when the person is gone or disabled. Called before any actor is bound. */
    public Optional<Account> find(UUID tenant, UUID person) {
        return known.get(person, id -> read(tenant, id)).filter(account -> account.tenant.equals(tenant));
    }

    /** Any change to a person counts from their next request on this node; elsewhere within ten seconds. */
    @TransactionalEventListener
    void on(IdentityEvent event) {
        known.forget(event.subject());
    }

    @Transactional
    public void noteSignIn(UUID person) {
        users.noteSignIn(person, clock.instant());
    }

    private Optional<Account> read(UUID tenant, UUID id) {
        return Actor.system(tenant, "access").call(() -> transaction.execute(status -> users.findById(id)
                .filter(User::isActive)
                .map(user -> new Account(tenant, tenants.current().name(), user.person(), user.role().title(), user.role().permissions()))));
    }
}
