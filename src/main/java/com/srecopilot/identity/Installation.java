package com.srecopilot.identity;

import java.util.Map;
import java.util.UUID;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;
import com.srecopilot.tenancy.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The organisations on this installation. */
@Service
public class Installation {

    private final Tenants tenants;
    private final Roles roles;
    private final People people;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Installation(Tenants tenants, Roles roles, People people, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.tenants = tenants;
        this.roles = roles;
        this.people = people;
        this.transaction = transaction;
        this.events = events;
    }

    public boolean isEmpty() {
        return tenants.ids().isEmpty();
    }

    /**
     * Founds an organisation with the four roles and its first admin. Called without an actor.
     *
     * @param plan {@code free}, {@code pro} or {@code enterprise}
     * @return the tenant's id
     * @throws Invalid when the e-mail is taken or the password too weak
     */
    public UUID found(String tenantName, String plan, String adminName, String email, String password) {
        UUID tenant = UUID.randomUUID();
        found(tenant, tenantName, plan, adminName, email, password);
        return tenant;
    }

    /** The same with an id that is known beforehand: the demo's. */
    public void found(UUID tenant, String tenantName, String plan, String adminName, String email, String password) {
        Actor.system(tenant, "setup").run(() -> transaction.executeWithoutResult(status -> {
            tenants.create(tenantName.strip(), plan);
            roles.createBuiltIn();
            Changes created = Changes.created(Map.of("name", tenantName.strip(), "plan", plan));
            events.publishEvent(new IdentityEvent.Founded(tenant, tenant, created));
            people.add(adminName, email, Roles.ADMIN, password);
        }));
    }
}
