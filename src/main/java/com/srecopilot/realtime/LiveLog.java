package com.srecopilot.realtime;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.data.domain.Range;
import org.springframework.data.domain.Range.Bound;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.connection.RedisStreamCommands.XAddOptions;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** What was pushed, in order: one Redis stream per tenant, trimmed by age. The order of the stream is the truth. */
@Component
class LiveLog {

    private static final String PREFIX = "srecopilot:live:";
    private static final int PAGE = 1_000;

    private final StringRedisTemplate redis;
    private final RealtimeProperties properties;
    private final Clock clock;

    LiveLog(StringRedisTemplate redis, RealtimeProperties properties, Clock clock) {
        this.redis = redis;
        this.properties = properties;
        this.clock = clock;
    }

    static String key(UUID tenant) {
        return PREFIX + tenant;
    }

    static UUID tenant(String key) {
        return UUID.fromString(key.substring(PREFIX.length()));
    }

    /** @param topic where it goes out; the message keeps the name of its event */
    void append(UUID tenant, String topic, LiveMessage message) {
        var fields = Map.of("topic", topic, "event", message.eventName(), "html", message.html());
        var oldest = RecordId.of(oldestKept(), 0);
        redis.opsForStream().add(StreamRecords.newRecord().in(key(tenant)).ofMap(fields),
                XAddOptions.none().minId(oldest).approximateTrimming(true));
    }

    /** The id of the newest entry; of this moment when there is none. A page built now resumes from here. */
    EventId newest(UUID tenant) {
        var newest = redis.opsForStream().reverseRange(key(tenant), Range.unbounded(), Limit.limit().count(1));
        return newest == null || newest.isEmpty() ? justNow() : id(newest.get(0).getId());
    }

    /** @return false when entries after that id may have been trimmed already; however old, none came after the newest */
    boolean reaches(UUID tenant, EventId after) {
        return after.millis() >= oldestKept() || after.equals(newest(tenant));
    }

    /** The next entries after an id, oldest first, at most 1 000. */
    List<LiveEvent> after(UUID tenant, EventId after) {
        var range = Range.of(Bound.exclusive(after.toString()), Bound.<String>unbounded());
        List<MapRecord<String, Object, Object>> records =
                redis.opsForStream().range(key(tenant), range, Limit.limit().count(PAGE));
        return records == null ? List.of() : records.stream().map(LiveLog::event).toList();
    }

    static LiveEvent event(MapRecord<String, ?, ?> entry) {
        Map<?, ?> fields = entry.getValue();
        return LiveEvent.of(id(entry.getId()), (String) fields.get("topic"), (String) fields.get("event"), (String) fields.get("html"));
    }

    private static EventId id(RecordId id) {
        return new EventId(id.getTimestamp(), id.getSequence());
    }

    private EventId justNow() {
        Long millis = redis.execute((RedisCallback<Long>) connection -> ((RedisServerCommands) connection.serverCommands()).time());
        return new EventId(millis == null ? clock.millis() - 1 : millis - 1, 0);
    }

    private long oldestKept() {
        return clock.millis() - properties.replay().toMillis();
    }
}
