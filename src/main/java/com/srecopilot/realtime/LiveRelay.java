package com.srecopilot.realtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamReadOptions;
import org.springframework.data.redis.connection.stream.StringRecord;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.connection.StringRedisConnection;
import org.springframework.data.redis.connection.DefaultStringRedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Carries the log to this node's open pages: one thread reads on from where it stood, for all tenants that somebody
 * listens to, and so misses nothing when Redis was away.
 */
@Component
class LiveRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveRelay.class);
    private static final StreamReadOptions READ = StreamReadOptions.empty().count(500).block(Duration.ofSeconds(2));

    private final RedisConnectionFactory connections;
    private final StringRedisTemplate redis;
    private final LiveLog liveLog;
    private final LiveStreams streams;
    private final Map<UUID, EventId> cursors = new ConcurrentHashMap<>();
    /** A stream of this node's own: an entry in it ends a blocking read, so that a new tenant is heard at once. */
    private final String bell = "srecopilot:live:bell:" + UUID.randomUUID();
    private volatile Thread thread;

    LiveRelay(RedisConnectionFactory connections, StringRedisTemplate redis, LiveLog liveLog, LiveStreams streams) {
        this.connections = connections;
        this.redis = redis;
        this.liveLog = liveLog;
        this.streams = streams;
    }

    /** From now on this tenant's events reach {@link LiveStreams}. Call after the stream was added there. */
    void hear(UUID tenant) {
        if (!cursors.containsKey(tenant) && cursors.putIfAbsent(tenant, liveLog.newest(tenant)) == null) {
            redis.opsForStream().add(StreamRecords.newRecord().in(bell).ofMap(Map.of("tenant", tenant.toString())));
            redis.expire(bell, Duration.ofMinutes(1));
        }
    }

    private void relay() {
        EventId bellCursor = new EventId(0, 0);
        while (thread == Thread.currentThread()) {
            try (var connection = new DefaultStringRedisConnection(connections.getConnection())) {
                while (thread == Thread.currentThread()) {
                    bellCursor = step(connection, bellCursor);
                }
            } catch (DataAccessException | IllegalStateException e) {
                if (thread == Thread.currentThread()) {
                    log.warn("Redis does not answer; live updates wait for it ({})", e.getMessage());
                    pause();
                }
            }
        }
    }

    private EventId step(StringRedisConnection connection, EventId bellCursor) {
        forgetDeserted();
        EventId nextBell = bellCursor;
        for (StringRecord entry : read(connection, bellCursor)) {
            if (bell.equals(entry.getStream())) {
                nextBell = new EventId(entry.getId().getTimestamp(), entry.getId().getSequence());
            } else {
                forward(entry);
            }
        }
        return nextBell;
    }

    private List<StringRecord> read(StringRedisConnection connection, EventId bellCursor) {
        var offsets = new ArrayList<StreamOffset<String>>();
        offsets.add(StreamOffset.create(bell, ReadOffset.from(bellCursor.toString())));
        cursors.forEach((tenant, cursor) -> offsets.add(StreamOffset.create(LiveLog.key(tenant), ReadOffset.from(cursor.toString()))));
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<StringRecord> entries = connection.xReadAsString(READ, (StreamOffset[]) offsets.toArray(StreamOffset[]::new));
        return entries == null ? List.of() : entries;
    }

    private void forward(StringRecord entry) {
        UUID tenant = LiveLog.tenant(entry.getStream());
        LiveEvent event = LiveLog.event(entry);
        cursors.computeIfPresent(tenant, (id, cursor) -> event.id());
        streams.offer(tenant, List.of(event));
    }

    private void forgetDeserted() {
        cursors.keySet().removeIf(tenant -> !streams.tenants().contains(tenant));
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        Thread relay = new Thread(this::relay, "live-relay");
        relay.setDaemon(true);
        thread = relay;
        relay.start();
    }

    @Override
    public void stop() {
        Thread relay = thread;
        thread = null;
        if (relay != null) {
            relay.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
