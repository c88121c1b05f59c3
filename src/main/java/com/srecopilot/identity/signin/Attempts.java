package com.srecopilot.identity.signin;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.srecopilot.identity.Directory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** Counts failed sign-ins per account and per address, across all nodes. Who signs in rightly is never counted. */
@Component
class Attempts {

    /** Counts and starts the window in one step, so that no counter stays for ever. */
    private static final RedisScript<Long> COUNT = new DefaultRedisScript<>(
            "local n = redis.call('incr', KEYS[1]) if n == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end return n", Long.class);

    private final StringRedisTemplate redis;
    private final SignInProperties properties;

    Attempts(StringRedisTemplate redis, SignInProperties properties) {
        this.redis = redis;
        this.properties = properties;
    }

    /** How long one has to wait before the next try; empty when one may try now. */
    Optional<Duration> wait(String email, String address) {
        return wait(account(email), properties.failuresPerAccount()).or(() -> wait(address(address), properties.failuresPerAddress()));
    }

    void failed(String email, String address) {
        for (String key : List.of(account(email), address(address))) {
            redis.execute(COUNT, List.of(key), String.valueOf(properties.window().toMillis()));
        }
    }

    void succeeded(String email) {
        redis.delete(account(email));
    }

    private Optional<Duration> wait(String key, int most) {
        String count = redis.opsForValue().get(key);
        if (count == null || Integer.parseInt(count) < most) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Math.max(1, Optional.ofNullable(redis.getExpire(key)).orElse(1L))));
    }

    /** Hashed: whoever reads Redis learns no e-mail. */
    private static String account(String email) {
        return "srecopilot:attempts:account:" + HexFormat.of().formatHex(Directory.hash(email.strip().toLowerCase(Locale.ROOT)));
    }

    private static String address(String address) {
        return "srecopilot:attempts:address:" + address;
    }
}
