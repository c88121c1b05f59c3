package com.srecopilot.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.demo.story.Episode.Shot;

/** An alert of the demo as its Alertmanager sends it. */
record AlertmanagerBody(Shot shot, String root) {

    private static final JsonMapper JSON = new JsonMapper();

    Map<String, String> labels() {
        var labels = new TreeMap<>(Map.of("alertname", shot.name(), "service", shot.service(), "severity", shot.severity(), "region", shot.region()));
        if (!root.equals(shot.service())) {
            labels.put("upstream", root);
        }
        return labels;
    }

    String fingerprint() {
        return String.format("%08x%08x", shot.service().hashCode(), labels().hashCode());
    }

    /** @param over whether it is the delivery of its end */
    String text(boolean over) {
        String status = over ? "resolved" : "firing";
        Map<String, Object> alert = Map.of("status", status, "labels", labels(), "annotations", Map.of("summary", shot.summary()),
                "startsAt", shot.fired().toString(), "endsAt", over ? shot.over().toString() : "0001-01-01T00:00:00Z",
                "generatorURL", "", "fingerprint", fingerprint());
        return JSON.writeValueAsString(new TreeMap<>(Map.of("version", "4", "status", status,
                "groupKey", "{}:{service=\"" + shot.service() + "\"}", "receiver", "sre-copilot", "alerts", List.of(new TreeMap<>(alert)))));
    }

    byte[] bytes(boolean over) {
        return text(over).getBytes(StandardCharsets.UTF_8);
    }
}
