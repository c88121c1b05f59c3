package com.srecopilot.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Remembers what was found for a few seconds; what was not found is asked for again. */
public final class Briefly<K, V> {

    private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final Duration age;
    private final int most;
    private final Clock clock;

    private record Kept<V>(V value, Instant since) {
    }

    /** @param most beyond this many it forgets everything rather than grow */
    public Briefly(Duration age, int most, Clock clock) {
        this.age = age;
        this.most = most;
        this.clock = clock;
    }

    public Optional<V> get(K key, Function<K, Optional<V>> load) {
        Instant now = clock.instant();
        Kept<V> known = kept.get(key);
        if (known != null && Duration.between(known.since, now).abs().compareTo(age) < 0) {
            return Optional.of(known.value);
        }
        Optional<V> loaded = load.apply(key);
        loaded.ifPresentOrElse(value -> keep(key, new Kept<>(value, now)), () -> kept.remove(key));
        return loaded;
    }

    public void forget(K key) {
        kept.remove(key);
    }

    public void forgetAll() {
        kept.clear();
    }

    private void keep(K key, Kept<V> value) {
        if (kept.size() >= most) {
            kept.clear();
        }
        kept.put(key, value);
    }
}
