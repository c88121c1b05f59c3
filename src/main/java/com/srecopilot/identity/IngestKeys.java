package com.srecopilot.identity;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The keys with which monitoring systems send us alerts. Needs the database only, so that intake works without Redis. */
@Service
public class IngestKeys {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{32}");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> HANDLING = new TypeReference<>() { };

    private final SecureRandom random = new SecureRandom();
    private final Briefly<String, Known> resolved;
    private final Briefly<String, Instant> uses;
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

    /** A key as its page lists it; {@code revokedAt}, {@code lastUsedAt}, {@code rotatedAt} and {@code former} may be null. */
    public record Listed(UUID id, String name, String prefix, UUID createdBy, Instant createdAt, Instant lastUsedAt, Instant revokedAt,
            Instant rotatedAt, Former former) {
    }

    /** The key before the last rotation. @param until when it stops. @param refusedAt when a sender last came with it after that, or null */
    public record Former(String prefix, Instant until, Instant lastUsedAt, Instant refusedAt) {
    }

    /** What a hash stands for. @param until when it stops to open anything, or null */
    private record Known(IngestKey key, boolean former, Instant until) {

        private boolean opens(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    /**
     * Whose key this is; empty for an unknown or revoked one, and for a former one after its grace. Called before any
     * tenant is bound. A revocation on another node is seen within 5 s. Looks for the hash, so that timing tells nothing
     * about the key.
     */
    public Optional<IngestKey> resolve(String key) {
        if (key == null || !SHAPE.matcher(key).matches()) {
            return Optional.empty();
        }
        Optional<Known> found = resolved.get(HexFormat.of().formatHex(Directory.hash(key)), hash -> read(key));
        found.ifPresent(this::noteUse);
        return found.filter(known -> known.opens(clock.instant())).map(Known::key);
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

    /**
     * Gives a source a new key; the one until now works on for the grace, then stops. A former key that is still in its
     * grace stops at once.
     *
     * @param prefix of the key to be replaced, as its page showed it
     * @return the new key, which can't be seen again
     * @throws Stale when somebody else has rotated or revoked it meanwhile
     */
    @Transactional
    public String rotate(UUID id, String prefix, Duration grace) {
        String key = random();
        OffsetDateTime now = now();
        int rotated = jdbc.sql("""
                update ingest_keys set former_prefix = prefix, former_hash = hash, former_until = :until, former_last_used_at = last_used_at,
                    former_refused_at = null, prefix = :prefix, hash = :hash, last_used_at = null, rotated_at = :now
                where id = :id and prefix = :seen and revoked_at is null""")
                .param("until", now.plus(grace)).param("prefix", key.substring(0, 6)).param("hash", Directory.hash(key))
                .param("now", now).param("id", id).param("seen", prefix).update();
        if (rotated == 0) {
            throw new Stale("The key was rotated or revoked meanwhile.");
        }
        events.publishEvent(new IdentityEvent.KeyRotated(Actor.current().tenant(), id,
                Changes.of("key", prefix + "…", key.substring(0, 6) + "…, the former until " + now.plus(grace))));
        return key;
    }

    /** Ends the grace of the former key: at once here, within 5 s on other nodes. */
    @Transactional
    public void endGrace(UUID id) {
        int ended = jdbc.sql("update ingest_keys set former_until = :now where id = :id and former_until > :now").param("now", now()).param("id", id).update();
        if (ended > 0) {
            events.publishEvent(new IdentityEvent.KeyGraceEnded(Actor.current().tenant(), id));
        }
    }

    /**
     * Notes with the key how a room above handles its deliveries: at once here, seen within 5 s on other nodes.
     *
     * @param revision another one whenever its settings change, so that they can be kept with it; null when nothing is special any more
     */
    @Transactional
    public void handle(UUID id, String what, String revision) {
        jdbc.sql("update ingest_keys set handling = case when :revision::text is null then handling - :what else handling || jsonb_build_object(:what, :revision::text) end where id = :id")
                .param("revision", revision).param("what", what).param("id", id).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                resolved.forgetAll();
            }
        });
    }

    @TransactionalEventListener({IdentityEvent.KeyRevoked.class, IdentityEvent.KeyRotated.class, IdentityEvent.KeyGraceEnded.class})
    void forget(IdentityEvent event) {
        resolved.forgetAll();
        uses.forgetAll();
    }

    /** Those in use first, then by age. */
    @Transactional(readOnly = true)
    public List<Listed> all() {
        return jdbc.sql("select * from ingest_keys order by revoked_at is not null, created_at desc").query(IngestKeys::listed).list();
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public Listed get(UUID id) {
        return jdbc.sql("select * from ingest_keys where id = ?").param(id).query(IngestKeys::listed).optional().orElseThrow(() -> new NotFound("Ingest key " + id));
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

    private Optional<Known> read(String key) {
        return directory.ingestKey(key).flatMap(found -> inTenant(found.tenant(), () -> jdbc
                .sql("select name, handling, hash = :hash current, former_until from ingest_keys where id = :id and revoked_at is null and :hash in (hash, former_hash)")
                .param("hash", Directory.hash(key)).param("id", found.id())
                .query((row, number) -> new Known(new IngestKey(found.tenant(), found.id(), row.getString("name"), handling(row)),
                        !row.getBoolean("current"), row.getBoolean("current") ? null : instant(row, "former_until"))).optional()));
    }

    private static Map<String, String> handling(ResultSet row) throws SQLException {
        String handling = row.getString("handling");
        return handling.equals("{}") ? Map.of() : JSON.readValue(handling, HANDLING);
    }

    /** At most once a minute for each key of a source. */
    private void noteUse(Known known) {
        IngestKey key = known.key();
        String what = !known.former() ? "last_used_at" : known.opens(clock.instant()) ? "former_last_used_at" : "former_refused_at";
        uses.get(what + " " + key.id(), use -> inTenant(key.tenant(), () -> {
            jdbc.sql("update ingest_keys set " + what + " = ? where id = ?").params(now(), key.id()).update();
            return Optional.of(clock.instant());
        }));
    }

    private <T> T inTenant(UUID tenant, Supplier<T> work) {
        return Actor.system(tenant, "intake").call(() -> transaction.execute(status -> work.get()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        Former former = row.getString("former_prefix") == null ? null : new Former(row.getString("former_prefix"), instant(row, "former_until"),
                instant(row, "former_last_used_at"), instant(row, "former_refused_at"));
        return new Listed(row.getObject("id", UUID.class), row.getString("name"), row.getString("prefix"), row.getObject("created_by", UUID.class),
                instant(row, "created_at"), instant(row, "last_used_at"), instant(row, "revoked_at"), instant(row, "rotated_at"), former);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
