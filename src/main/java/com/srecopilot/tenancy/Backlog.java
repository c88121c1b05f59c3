package com.srecopilot.tenancy;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.stereotype.Component;

/**
 * How many events this node has in hand and not yet done with. While they are many, none is handed over again for being
 * old: after a storm each would come twice, then four times, and the node would never see the end of it.
 */
@Component
public class Backlog {

    private static final int LONG = 100;

    private final AtomicInteger inHand = new AtomicInteger();

    public void taken() {
        inHand.incrementAndGet();
    }

    public void done() {
        inHand.decrementAndGet();
    }

    /** @param others that wait elsewhere on this node */
    boolean isLong(int others) {
        return inHand.get() + others > LONG;
    }
}
