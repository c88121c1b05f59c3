package com.srecopilot.alert;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** How many alerts open pages can take one by one: 50 a second for each tenant, over all nodes. */
@Component
class AlertBudget {

    static final int EACH_SECOND = 50;
    /** Counts up and says what the count was before; the first sets how long it is kept. */
    private static final RedisScript<Long> TAKE = new DefaultRedisScript<>("""
            local n = redis.call('incrby', KEYS[1], ARGV[1])
            if n == tonumber(ARGV[1]) then redis.call('pexpire', KEYS[1], ARGV[2]) end
            return n - ARGV[1]""", Long.class);

    private final StringRedisTemplate redis;
    private final Clock clock;

    AlertBudget(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** @return how many of the wanted may still be pushed in this second */
    int take(UUID tenant, String kind, int wanted) {
        long second = clock.instant().getEpochSecond();
        long before = count("srecopilot:alerts:%s:%s:%d".formatted(kind, tenant, second), wanted, 5_000);
        return (int) Math.max(0, Math.min(wanted, EACH_SECOND - before));
    }

    /** @return how many were left out lately, these included: what a page has missed since the storm began */
    long leftOut(UUID tenant, String kind, int more) {
        return count("srecopilot:alerts:left-out:%s:%s".formatted(kind, tenant), more, 15_000) + more;
    }

    private long count(String key, int more, long keptMillis) {
        Long before = redis.execute(TAKE, List.of(key), String.valueOf(more), String.valueOf(keptMillis));
        return before == null ? 0 : before;
    }
}
