package com.srecopilot.realtime;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

import org.springframework.stereotype.Component;

import com.srecopilot.tenancy.Actor;

/** How a stream begins: greeted, told what it missed, then following. */
@Component
class LiveListening {

    private final LiveLog liveLog;
    private final LiveStreams streams;
    private final LiveRelay relay;
    private final RealtimeProperties properties;

    LiveListening(LiveLog liveLog, LiveStreams streams, LiveRelay relay, RealtimeProperties properties) {
        this.liveLog = liveLog;
        this.streams = streams;
        this.relay = relay;
        this.properties = properties;
    }

    /** @param after the last event that the page has seen, or null for none */
    void begin(Actor actor, Set<String> topics, String after, String session, AsyncContext context, byte[] greeting) throws IOException {
        var stream = new LiveStream(actor, topics, session, properties.backlog(), context);
        context.addListener(new Ending(stream));
        stream.send(greeting);
        streams.add(stream);
        relay.hear(actor.tenant());
        if (after != null && !caughtUp(stream, after)) {
            stream.startOver(greeting, LiveEvent.reload(liveLog.newest(actor.tenant())));
        }
        stream.follow();
        stream.start();
    }

    /** @return false when what was missed is gone from the log, or too much to tell */
    private boolean caughtUp(LiveStream stream, String after) {
        EventId seen = EventId.parse(after).filter(id -> liveLog.reaches(stream.actor().tenant(), id)).orElse(null);
        boolean told = seen != null;
        List<LiveEvent> missed = told ? liveLog.after(stream.actor().tenant(), seen) : List.of();
        while (told && !missed.isEmpty()) {
            told = stream.replay(missed);
            missed = liveLog.after(stream.actor().tenant(), missed.get(missed.size() - 1).id());
        }
        return told;
    }

    private final class Ending implements AsyncListener {

        private final LiveStream stream;

        Ending(LiveStream stream) {
            this.stream = stream;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            streams.remove(stream);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            stream.close();
        }

        @Override
        public void onError(AsyncEvent event) {
            stream.close();
            streams.remove(stream);
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // The exchange is never handed on.
        }
    }
}
