package com.srecopilot.catalog;

import org.springframework.stereotype.Component;

import com.srecopilot.realtime.TopicGate;
import com.srecopilot.tenancy.Actor;

/** Whoever is signed in may know what the tenant runs. */
@Component
class ServicesTopic implements TopicGate {

    static final String SERVICES = "services";

    @Override
    public boolean owns(String topic) {
        return topic.equals(SERVICES);
    }

    @Override
    public boolean admits(Actor actor, String topic) {
        return true;
    }
}
