package com.srecopilot.incident;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;

/** An organisation of its own for each test, with its admin at the browser and one sender of alerts. */
@RunningApp
public abstract class Desk {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    protected int port;
    @Autowired
    protected Installation installation;
    @Autowired
    protected People people;
    @Autowired
    protected IngestKeys keys;
    protected Organisation organisation;
    protected Browsing ana;
    private String key;
    private String token;

    @BeforeEach
    void found() {
        organisation = Organisation.found(installation, people);
        key = organisation.as(() -> keys.create("test"));
        ana = new Browsing(port);
        ana.signIn(organisation.admin(), Organisation.PASSWORD);
        token = Browsing.token(ana.get("/incidents/new").body());
    }

    protected int declare(String title, String severity, String service) {
        var answer = post("/api/v1/incidents", Map.of("title", title, "description", "Told by a test.", "severity", severity, "service_name", service));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        return json(answer).get("number").intValue();
    }

    protected HttpResponse<String> alert(String dedupKey, String status, String service) {
        return new Browsing(port).json("POST", "/ingest/" + key + "/generic",
                JSON.writeValueAsString(Map.of("title", "Alert " + dedupKey, "dedup_key", dedupKey, "status", status, "service", service, "severity", "high")));
    }

    protected HttpResponse<String> post(String path, Object body) {
        return send("POST", path, body);
    }

    protected HttpResponse<String> send(String method, String path, Object body) {
        return ana.json(method, path, body instanceof String text ? text : JSON.writeValueAsString(body), "X-CSRF-TOKEN", token);
    }

    protected HttpResponse<String> submit(String path, Map<String, String> fields) {
        return ana.post(path, token, fields);
    }

    /** With a file, or without one when its name is null. */
    protected HttpResponse<String> upload(String path, Map<String, String> fields, String fileName, byte[] content, String... headers) {
        return ana.upload(path, token, fields, fileName, content, headers);
    }

    protected JsonNode get(String path) {
        return json(ana.get(path));
    }

    protected JsonNode incident(int number) {
        return get("/api/v1/incidents/" + number);
    }

    /** Kinds and words, newest first. */
    protected List<String> timeline(int number) {
        return get("/api/v1/incidents/" + number + "/timeline").get("items").valueStream()
                .map(entry -> entry.get("kind").stringValue() + ": " + entry.get("text").stringValue()).toList();
    }

    protected static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
