package com.srecopilot.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whose an e-mail, a key or a token is, before any tenant is known. Knows hashes only. */
@Service
public class Directory {

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id of the user, ingest key or refresh token */
    public record Found(UUID tenant, UUID id) {
    }

    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public Optional<Found> email(String email) {
        return find("email", People.normalised(email));
    }

    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public Optional<Found> ingestKey(String key) {
        return find("ingest_key", key);
    }

    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public Optional<Found> refreshToken(String token) {
        return find("refresh_token", token);
    }

    /** The hash under which the directory knows a secret. Keys and tokens are random, so it needs no salt. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Found> find(String kind, String secret) {
        return jdbc.sql("select tenant_id, subject_id from directory_find(?, ?)").params(kind, hash(secret))
                .query((row, number) -> new Found(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).optional();
    }
}
