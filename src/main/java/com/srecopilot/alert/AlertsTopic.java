package com.srecopilot.alert;

import org.springframework.stereotype.Component;

import com.srecopilot.realtime.TopicGate;
import com.srecopilot.tenancy.Actor;

@Component
class AlertsTopic implements TopicGate {

    static final String ALERTS = "alerts";

    @Override
    public boolean owns(String topic) {
        return topic.equals(ALERTS);
    }

    @Override
    public boolean admits(Actor actor, String topic) {
        return actor.can("alerts:read");
    }
}
