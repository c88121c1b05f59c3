package com.srecopilot.realtime;

import java.util.Optional;

/** Narrows a topic of its room to those who may hear it at this moment. A topic that no audience owns is heard as it is. */
public interface LiveAudience {

    boolean owns(String topic);

    /**
     * Asked in the transaction that renders the message.
     *
     * @return the topic under which it really goes out; pages see the event's usual name. Empty when nobody is to hear it
     */
    Optional<String> of(String topic);
}
