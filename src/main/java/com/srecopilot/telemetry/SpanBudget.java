package com.srecopilot.telemetry;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** Thins a flood: of so many spans a minute it keeps whole traces, half as many each time the room is full, and says how many each stands for. */
@Component
class SpanBudget {

    private static final int SPARSEST = 20;

    private final TelemetryProperties properties;
    private final Clock clock;
    private final Map<UUID, Room> rooms = new ConcurrentHashMap<>();

    SpanBudget(TelemetryProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    private static final class Room {
        private long minute;
        private int kept;
        private int halvings;
    }

    /** @return how many spans of such traces this one stands for; 0 when it is left out */
    int weigh(UUID tenant, UUID trace) {
        Room room = rooms.computeIfAbsent(tenant, id -> new Room());
        synchronized (room) {
            turn(room);
            long chance = (trace.getLeastSignificantBits() ^ trace.getMostSignificantBits()) * 0x9E3779B97F4A7C15L;
            if (room.halvings > 0 && chance >>> (64 - room.halvings) != 0) {
                return 0;
            }
            int weight = 1 << room.halvings;
            if (++room.kept >= properties.spansPerMinute() && room.halvings < SPARSEST) {
                room.halvings++;
                room.kept = properties.spansPerMinute() / 2;
            }
            return weight;
        }
    }

    private void turn(Room room) {
        long minute = Math.floorDiv(clock.millis(), 60_000L);
        if (minute != room.minute) {
            room.halvings = room.kept < properties.spansPerMinute() / 3 ? Math.max(0, room.halvings - 1) : room.halvings;
            room.minute = minute;
            room.kept = 0;
        }
    }
}
