package com.srecopilot.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the current tenant. */
@Service
@Transactional
public class People {

    /** Read as rows: pages show people on every line, and entities would cost more than the rest of the query. */
    private static final String PERSON = "select u.id, u.name, u.email, r.name as role, u.active from users u join roles r on r.tenant_id = u.tenant_id and r.id = u.role_id ";

    private final UserRepository users;
    private final JdbcClient jdbc;
    private final Roles roles;
    private final Passwords passwords;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    People(UserRepository users, JdbcClient jdbc, Roles roles, Passwords passwords, Clock clock, ApplicationEventPublisher events) {
        this.users = users;
        this.jdbc = jdbc;
        this.roles = roles;
        this.passwords = passwords;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(UUID id) {
        return id == null ? Optional.empty() : users.findById(id).map(User::person);
    }

    @Transactional(readOnly = true)
    public Optional<Person> byEmail(String email) {
        return users.findByEmail(normalised(email)).map(User::person);
    }

    /** Never fails: whoever is gone is shown as a former colleague. */
    @Transactional(readOnly = true)
    public Person named(UUID id) {
        return find(id).orElseGet(() -> formerColleague(id));
    }

    /** The same of many, in one question. */
    @Transactional(readOnly = true)
    public Map<UUID, Person> named(Collection<UUID> ids) {
        Map<UUID, Person> people = new HashMap<>();
        jdbc.sql(PERSON + "where u.id = any(?)").param(ids.toArray(UUID[]::new)).query(People::person).list().forEach(person -> people.put(person.id(), person));
        ids.forEach(id -> people.computeIfAbsent(id, People::formerColleague));
        return people;
    }

    private static Person formerColleague(UUID id) {
        return new Person(id, "Former colleague", "", "", false);
    }

    /** Sorted by name, the disabled ones too. */
    @Transactional(readOnly = true)
    public List<Person> all() {
        return jdbc.sql(PERSON + "order by u.name").query(People::person).list();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(row.getObject("id", UUID.class), row.getString("name"), row.getString("email"), row.getString("role"), row.getBoolean("active"));
    }

    /**
     * @param role a role's name, such as {@code viewer}
     * @throws Invalid when a field can't be used, or the e-mail is taken anywhere on this installation
     */
    public Person add(String name, String email, String role, String password) {
        passwords.requireAcceptable("password", password);
        User user = new User(name.strip(), normalised(email), roles.named(role), passwords.hash(password), clock.instant());
        try {
            users.save(user);
            users.flush();
        } catch (DataIntegrityViolationException e) {
            throw new Invalid("email", "already belongs to an account on this installation", e);
        }
        Map<String, Object> after = Map.of("name", user.person().name(), "email", user.person().email(), "role", role);
        events.publishEvent(new IdentityEvent.PersonAdded(tenant(), user.id(), Changes.created(after)));
        return user.person();
    }

    /** @throws Invalid when nobody would be left to administer the tenant */
    public void changeRole(UUID id, String role) {
        User user = get(id);
        String before = user.role().name();
        if (before.equals(role)) {
            return;
        }
        refuseForLastAdmin(user, "role");
        user.become(roles.named(role));
        events.publishEvent(new IdentityEvent.RoleChanged(tenant(), id, Changes.of("role", before, role)));
    }

    /** Refused from the next request on. @throws Invalid when nobody would be left to administer the tenant */
    public void disable(UUID id) {
        User user = get(id);
        if (user.isActive()) {
            refuseForLastAdmin(user, "active");
            user.disable();
            events.publishEvent(new IdentityEvent.PersonDisabled(tenant(), id));
        }
    }

    public void enable(UUID id) {
        User user = get(id);
        if (!user.isActive()) {
            user.enable();
            events.publishEvent(new IdentityEvent.PersonEnabled(tenant(), id));
        }
    }

    public void rename(UUID id, String name) {
        User user = get(id);
        String before = user.person().name();
        if (!before.equals(name.strip())) {
            user.rename(name.strip());
            events.publishEvent(new IdentityEvent.PersonRenamed(tenant(), id, Changes.of("name", before, name.strip())));
        }
    }

    private void refuseForLastAdmin(User user, String field) {
        if (user.isActiveAdmin() && users.lockActiveAdmins().size() < 2) {
            throw new Invalid(field, user.person().name() + " is the last admin: make someone else an admin first");
        }
    }

    private User get(UUID id) {
        return users.findById(id).orElseThrow(() -> new NotFound("This person"));
    }

    private static UUID tenant() {
        return Actor.current().tenant();
    }

    static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
