package com.srecopilot.demo;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Ids as the product's (UUID version 7), of the moment they belong to; those of one incident are in the order asked for. */
final class Ids {

    private final Random random;
    private int next;

    Ids(long seed) {
        random = new Random(seed);
    }

    void begin() {
        next = 0;
    }

    UUID at(Instant moment) {
        long high = moment.toEpochMilli() << 16 | 0x7000 | next++ & 0xfff;
        return new UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
