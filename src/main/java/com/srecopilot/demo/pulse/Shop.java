package com.srecopilot.demo.pulse;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.srecopilot.demo.story.Script;
import com.srecopilot.demo.story.Script.Journey;
import com.srecopilot.demo.story.Script.Part;

/** What a tenant runs, and the key that its senders use. */
public record Shop(UUID tenant, String key, Map<String, Part> services, List<Journey> journeys) {

    public static Shop of(UUID tenant, String key, Script script) {
        return new Shop(tenant, key, script.services(), script.journeys());
    }

    /** Stores answer, but trace and log nothing of it. */
    static boolean store(String service) {
        return service.endsWith("-db") || service.equals("cache");
    }
}
