package com.srecopilot.demo.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.srecopilot.demo.story.Episode.Shot;

/** The alerts of an incident, close together, all over shortly before it is. */
record Shots(Script script, Wording wording, Random random) {

    List<Shot> of(Event event) {
        var shots = new ArrayList<Shot>();
        for (Map.Entry<String, String> alert : event.trouble().alerts().entrySet()) {
            if (shots.isEmpty() || random.nextInt(3) > 0) {
                int later = shots.isEmpty() ? 0 : shots.size() * 22 + random.nextInt(14);
                shots.add(shot(event, alert.getKey(), wording.fill(alert.getValue()), event.service(), event.severity(), later));
            }
        }
        List<String> callers = script.callersOf(event.service());
        if (event.trouble().spreads() && !callers.isEmpty() && random.nextInt(5) > 0) {
            felt(event, callers.get(random.nextInt(callers.size())), shots);
        }
        return List.copyOf(shots);
    }

    private void felt(Event event, String caller, List<Shot> shots) {
        wording.know("service", caller);
        wording.know("root", event.service());
        String summary = wording.fill(wording.anyOf(script.words().get("spread")));
        wording.know("service", event.service());
        shots.add(shot(event, "UpstreamErrors", summary, caller, event.severity().equals("low") ? "low" : "medium", 95 + random.nextInt(35)));
    }

    private Shot shot(Event event, String name, String summary, String service, String severity, int later) {
        return new Shot(name, summary, service, severity, script.services().get(event.service()).region(),
                event.start().plusSeconds(later), event.end().minusSeconds(60 + random.nextInt(110)));
    }
}
