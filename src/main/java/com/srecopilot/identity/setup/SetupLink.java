package com.srecopilot.identity.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

import com.srecopilot.identity.BaseUrl;
import com.srecopilot.identity.Installation;
import com.srecopilot.standalone.Greeting;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The one-time link with which the first admin comes in: printed at the start of an empty installation, good until it
 * has been used. All nodes share it. The demo brings its own people.
 */
@Component
class SetupLink implements Greeting {

    private static final String KEY = "srecopilot:setup";

    private final Installation installation;
    private final BaseUrl baseUrl;
    private final StringRedisTemplate redis;
    private final boolean demo;

    SetupLink(Installation installation, BaseUrl baseUrl, StringRedisTemplate redis, Environment environment) {
        this.installation = installation;
        this.baseUrl = baseUrl;
        this.redis = redis;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public List<String> lines() {
        if (demo || !installation.isEmpty()) {
            return List.of();
        }
        return List.of("Nobody has an account yet. Create the first one here, once:", baseUrl.of("/setup?token=" + token()));
    }

    boolean accepts(String token) {
        String known = demo || !installation.isEmpty() ? null : redis.opsForValue().get(KEY);
        return known != null && MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** @return whether this call used it up: of two at the same time only one founds */
    boolean use() {
        return Boolean.TRUE.equals(redis.delete(KEY));
    }

    String token() {
        redis.opsForValue().setIfAbsent(KEY, UUID.randomUUID().toString().replace("-", ""));
        return redis.opsForValue().get(KEY);
    }

    /** What was given out stays good when the form could not be used. */
    void giveBack(String token) {
        redis.opsForValue().set(KEY, token);
    }
}
