package com.srecopilot.identity.token;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.srecopilot.identity.Directory;
import com.srecopilot.identity.IdentityEvent;
import com.srecopilot.identity.access.Caller;
import com.srecopilot.identity.access.Identified;
import com.srecopilot.tenancy.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tokens that keep a program signed in for 30 days. Each is good for one use, which hands out the next. One that comes
 * twice was stolen from somebody: all of the same sign-in are void then.
 */
@Service
class RefreshTokens {

    private static final Duration LIFETIME = Duration.ofDays(30);

    private final SecureRandom random = new SecureRandom();
    private final Directory directory;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RefreshTokens(Directory directory, JdbcClient jdbc, TransactionTemplate transaction, Clock clock, ApplicationEventPublisher events) {
        this.directory = directory;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    record Renewed(Identified who, String token) {
    }

    private record Kept(UUID id, UUID user, UUID family, boolean used, boolean dead) {

        private static Kept of(ResultSet row, int number) throws SQLException {
            return new Kept(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class), row.getObject("family", UUID.class),
                    row.getBoolean("used"), row.getBoolean("dead"));
        }
    }

    /** The first token of a sign-in. */
    String issue(Identified who) {
        return Actor.system(who.tenant(), "sign-in").call(() -> transaction.execute(status -> {
            jdbc.sql("delete from refresh_tokens where user_id = ? and expires_at < ?").params(who.person(), now()).update();
            return insert(who, UUID.randomUUID());
        }));
    }

    /** Empty for a token that is unknown, expired, void or used before. */
    Optional<Renewed> renew(String token, Caller caller) {
        return directory.refreshToken(token).flatMap(found -> caller.claiming(found.tenant(), "refresh token")
                .call(() -> transaction.execute(status -> renew(found))));
    }

    private Optional<Renewed> renew(Directory.Found found) {
        Kept kept = lock(found.id());
        if (kept.used && !kept.dead) {
            revoke("family", kept.family);
            events.publishEvent(new IdentityEvent.RefreshReused(found.tenant(), kept.user));
        }
        if (kept.used || kept.dead) {
            return Optional.empty();
        }
        jdbc.sql("update refresh_tokens set used_at = ? where id = ?").params(now(), kept.id).update();
        var who = new Identified(found.tenant(), kept.user);
        return Optional.of(new Renewed(who, insert(who, kept.family)));
    }

    /** Locks the whole family, so that a theft that is being noticed can't slip out with a successor. */
    private Kept lock(UUID id) {
        List<Kept> family = jdbc.sql("""
                select id, user_id, family, used_at is not null as used, revoked_at is not null or expires_at < ? as dead from refresh_tokens
                where family = (select family from refresh_tokens where id = ?) order by id for update""")
                .params(now(), id).query(Kept::of).list();
        return family.stream().filter(token -> token.id.equals(id)).findFirst().orElseThrow();
    }

    private String insert(Identified who, UUID family) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("insert into refresh_tokens (tenant_id, id, user_id, family, hash, issued_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(who.tenant(), UUID.randomUUID(), who.person(), family, Directory.hash(token), now(), now().plus(LIFETIME)).update();
        return token;
    }

    private void revoke(String column, UUID value) {
        jdbc.sql("update refresh_tokens set revoked_at = ? where revoked_at is null and " + column + " = ?").params(now(), value).update();
    }

    @ApplicationModuleListener
    void on(IdentityEvent.PersonDisabled event) {
        revoke("user_id", event.subject());
    }

    /** Whoever knew the old password is signed out. */
    @ApplicationModuleListener
    void on(IdentityEvent.PasswordChanged event) {
        revoke("user_id", event.subject());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
