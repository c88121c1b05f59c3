package com.srecopilot.realtime;

import java.util.Set;

import com.srecopilot.tenancy.Actor;

/** Says who may listen to the topics of one room. A topic that no gate owns is refused. */
public interface TopicGate {

    boolean owns(String topic);

    /** Asked outside a transaction, with the actor bound. */
    boolean admits(Actor actor, String topic);

    /** What an admitted one hears under this topic: also, say, what is for them alone. */
    default Set<String> heard(Actor actor, String topic) {
        return Set.of(topic);
    }
}
