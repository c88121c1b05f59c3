package com.srecopilot.realtime;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

import com.srecopilot.tenancy.Actor;

/**
 * One open page. Bytes are written only when the socket takes them: a stalled reader holds no thread. While the page is
 * shown what it missed, new events wait, so that it sees everything once and in order.
 */
final class LiveStream implements WriteListener {

    private final Actor actor;
    private final Set<String> topics;
    private final String session;
    private final int backlog;
    private final AsyncContext context;
    private final ServletOutputStream output;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean open = true;
    private boolean started;
    private boolean listening;
    private List<LiveEvent> held = new ArrayList<>();
    private EventId last;

    LiveStream(Actor actor, Set<String> topics, String session, int backlog, AsyncContext context) throws IOException {
        this.actor = actor;
        this.topics = topics;
        this.session = session;
        this.backlog = backlog;
        this.context = context;
        this.output = context.getResponse().getOutputStream();
    }

    Actor actor() {
        return actor;
    }

    boolean belongsTo(String endedSession) {
        return endedSession.equals(session);
    }

    /** Hands the exchange to the container; the last thing that the request's own thread does. */
    synchronized void start() {
        listening = true;
        if (open) {
            output.setWriteListener(this);
        } else {
            context.complete();
        }
    }

    /** An event as it happens. Held back while the past is still being replayed. */
    synchronized void offer(LiveEvent event) {
        if (!topics.contains(event.topic())) {
            return;
        }
        if (held != null) {
            held.add(event);
        } else {
            deliver(event);
        }
    }

    /**
     * Events of the past, in order, before {@link #follow()}.
     *
     * @return false when there is more of them than may wait; then none of these is told
     */
    synchronized boolean replay(List<LiveEvent> events) {
        List<LiveEvent> ours = events.stream().filter(event -> topics.contains(event.topic())).toList();
        long bytes = ours.stream().mapToLong(event -> event.bytes().length).sum();
        if (waitingBytes + bytes > backlog / 2) {
            return false;
        }
        ours.forEach(this::deliver);
        return true;
    }

    /** It missed more than can be told: it is asked to load the page again, and follows from there. */
    synchronized void startOver(byte[] greeting, LiveEvent reload) {
        waiting.clear();
        waitingBytes = 0;
        held.clear();
        send(greeting);
        last = reload.id();
        send(reload.bytes());
    }

    /** The past has been told: from now on events go out as they happen. */
    synchronized void follow() {
        List<LiveEvent> meanwhile = held;
        held = null;
        meanwhile.forEach(this::deliver);
    }

    private void deliver(LiveEvent event) {
        if (last == null || event.id().isAfter(last)) {
            last = event.id();
            send(event.bytes());
        }
    }

    synchronized void send(byte[] bytes) {
        if (!open) {
            return;
        }
        waiting.add(bytes);
        waitingBytes += bytes.length;
        if (waitingBytes > backlog) {
            close();
        } else if (started) {
            drain();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        started = true;
        drain();
    }

    private void drain() {
        try {
            boolean written = false;
            while (open && output.isReady()) {
                byte[] next = waiting.poll();
                if (next != null) {
                    output.write(next);
                    waitingBytes -= next.length;
                    written = true;
                } else if (written) {
                    output.flush();
                    written = false;
                } else {
                    return;
                }
            }
        } catch (IOException | IllegalStateException e) {
            close();
        }
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** Before the exchange is the container's, ending it would break the answer: {@link #start} does it then. */
    synchronized void close() {
        if (!open) {
            return;
        }
        open = false;
        waiting.clear();
        try {
            if (listening) {
                context.complete();
            }
        } catch (IllegalStateException alreadyDone) {
            // The container has ended the exchange first.
        }
    }
}
