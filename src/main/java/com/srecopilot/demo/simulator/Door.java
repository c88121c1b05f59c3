package com.srecopilot.demo.simulator;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.demo.pulse.Loopback;

/** Where what is played comes in: by the product's own intake, as JSON. */
@Component
@Profile("demo")
class Door {

    private final Loopback loopback;
    private final JsonMapper json;

    Door(Loopback loopback, JsonMapper json) {
        this.loopback = loopback;
        this.json = json;
    }

    /** @throws IOException when it is not taken; the message says why */
    void send(Stage stage, Beat beat, Instant since, Instant now) throws IOException, InterruptedException {
        if (beat.symptom() == null) {
            post("/v2/change/enqueue", Map.of("routing_key", stage.key(), "payload", Map.of("summary", beat.words(), "source", beat.service(),
                    "timestamp", now.toString(), "custom_details", Map.of("service", beat.service()))));
        } else {
            post(beat.monitor().path(stage.key()), beat.monitor().body(beat.symptom(), beat.over(), since, now));
        }
    }

    private void post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        loopback.post(path, json.writeValueAsBytes(body), "Content-Type", "application/json");
    }
}
