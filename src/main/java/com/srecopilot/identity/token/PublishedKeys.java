package com.srecopilot.identity.token;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The public keys of all nodes. Reads them again when a token names one that it doesn't know. */
@Component
class PublishedKeys implements JWKSource<SecurityContext> {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile JWKSet known = new JWKSet();

    PublishedKeys(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        List<JWK> found = selector.select(known);
        return found.isEmpty() ? selector.select(current()) : found;
    }

    /** Those that tokens in use may still name. */
    JWKSet current() {
        List<String> keys = transaction.execute(status -> jdbc.sql("select jwk from token_keys where expires_at > ? order by expires_at desc")
                .param(now()).query(String.class).list());
        known = new JWKSet(keys.stream().map(PublishedKeys::parse).toList());
        return known;
    }

    void add(JWK key, Instant expires) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from token_keys where expires_at <= ?").param(now()).update();
            jdbc.sql("insert into token_keys (kid, jwk, expires_at) values (?, ?, ?)")
                    .params(key.getKeyID(), key.toJSONString(), expires.atOffset(ZoneOffset.UTC)).update();
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static JWK parse(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("A published key can't be read", e);
        }
    }
}
