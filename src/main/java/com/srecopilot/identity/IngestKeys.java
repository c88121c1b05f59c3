package com.srecopilot.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys with which monitoring systems send us alerts. Needs the database only, so that intake works without Redis. */
@Service
public class IngestKeys {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{32}");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final Briefly<String, IngestKey> resolved;
    private final Briefly<UUID, Instant> uses;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    IngestKeys(Directory directory, JdbcClient jdbc, TransactionTemplate transaction, Clock clock, ApplicationEventPublisher events) {
        this.directory = directory;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
        this.resolved = new Briefly<>(Duration.ofSeconds(5), 10_000, clock);
        this.uses = new Briefly<>(NOTED_EVERY, 10_000, clock);
    }

    /** A key as its page lists it; {@code revokedAt} and {@code lastUsedAt} may be null. */
    public record Listed(UUID id, String name, String prefix, UUID createdBy, Instant createdAt, Instant lastUsedAt, Instant revokedAt) {
    }

    /**
     * Whose key this is; empty for an unknown or revoked one. Called before any tenant is bound. A revocation on another
     * node is seen within 5 s. Looks for the hash, so that timing tells nothing about the key.
     */
    public Optional<IngestKey> resolve(String key) {
        if (key == null || !SHAPE.matcher(key).matches()) {
            return Optional.empty();
        }
        Optional<IngestKey> found = resolved.get(HexFormat.of().formatHex(Directory.hash(key)), hash -> read(key));
        found.ifPresent(this::noteUse);
        return found;
    }

    /** @return the new key, which can't be seen again. @throws Invalid when a key in use has this name */
    public String create(String name) {
        String key = random();
        create(name, key);
        return key;
    }

    /** Creates a key that is known beforehand: the demo's. */
    public UUID create(String name, String key) {
        if (!SHAPE.matcher(key).matches()) {
            throw new Invalid("key", "takes 32 characters of a–z and 0–9");
        }
        try {
            return transaction.execute(status -> insert(name.strip(), key));
        } catch (DuplicateKeyException e) {
            throw new Invalid("name", "already belongs to a key in use", e);
        }
    }

    /** Ends it: at once here, within 5 s on other nodes. */
    @Transactional
    public void revoke(UUID id) {
        int revoked = jdbc.sql("update ingest_keys set revoked_at = ? where id = ? and revoked_at is null").params(now(), id).update();
        if (revoked > 0) {
            events.publishEvent(new IdentityEvent.KeyRevoked(Actor.current().tenant(), id));
        }
    }

    @TransactionalEventListener
    void on(IdentityEvent.KeyRevoked event) {
        resolved.forgetAll();
    }

    /** Those in use first, then by age. */
    @Transactional(readOnly = true)
    public List<Listed> all() {
        return jdbc.sql("select * from ingest_keys order by revoked_at is not null, created_at desc")
                .query((row, number) -> new Listed(row.getObject("id", UUID.class), row.getString("name"), row.getString("prefix"),
                        row.getObject("created_by", UUID.class), instant(row.getObject("created_at", OffsetDateTime.class)),
                        instant(row.getObject("last_used_at", OffsetDateTime.class)), instant(row.getObject("revoked_at", OffsetDateTime.class))))
                .list();
    }

    private String random() {
        var key = new StringBuilder();
        random.ints(32, 0, LETTERS.length()).forEach(i -> key.append(LETTERS.charAt(i)));
        return key.toString();
    }

    private UUID insert(String name, String key) {
        UUID id = UUID.randomUUID();
        Actor actor = Actor.current();
        jdbc.sql("insert into ingest_keys (tenant_id, id, name, prefix, hash, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(actor.tenant(), id, name, key.substring(0, 6), Directory.hash(key), actor.id(), now()).update();
        events.publishEvent(new IdentityEvent.KeyCreated(actor.tenant(), id, Changes.created(Map.of("name", name))));
        return id;
    }

    private Optional<IngestKey> read(String key) {
        return directory.ingestKey(key).flatMap(found -> inTenant(found.tenant(), () -> jdbc
                .sql("select name from ingest_keys where id = ? and revoked_at is null").param(found.id()).query(String.class).optional()
                .map(name -> new IngestKey(found.tenant(), found.id(), name))));
    }

    private void noteUse(IngestKey key) {
        uses.get(key.id(), id -> inTenant(key.tenant(), () -> {
            jdbc.sql("update ingest_keys set last_used_at = ? where id = ?").params(now(), id).update();
            return Optional.of(clock.instant());
        }));
    }

    private <T> T inTenant(UUID tenant, Supplier<T> work) {
        return Actor.system(tenant, "intake").call(() -> transaction.execute(status -> work.get()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
