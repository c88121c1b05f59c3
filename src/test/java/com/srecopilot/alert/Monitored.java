package com.srecopilot.alert;

import java.net.http.HttpResponse;
import java.util.List;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import com.srecopilot.RunningApp;
import com.srecopilot.identity.Browsing;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.Organisation;
import com.srecopilot.identity.People;

/** Each test has an organisation of its own, with one sender and its admin at a browser. */
@RunningApp
abstract class Monitored {

    @LocalServerPort
    protected int port;
    @Autowired
    protected Installation installation;
    @Autowired
    protected People people;
    @Autowired
    protected IngestKeys keys;
    protected Organisation organisation;
    protected Sender sender;
    protected Browsing admin;

    @BeforeEach
    void found() {
        organisation = Organisation.found(installation, people);
        sender = sender(organisation);
        admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
    }

    protected Sender sender(Organisation of) {
        return new Sender(port, of.as(() -> keys.create("prometheus")));
    }

    protected JsonNode api(String path) {
        HttpResponse<String> answer = admin.get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return Sender.json(answer);
    }

    protected List<JsonNode> alerts() {
        return api("/api/v1/alerts?limit=200").get("items").valueStream().toList();
    }

    protected JsonNode receipt(HttpResponse<String> answer) {
        return api("/api/v1/receipts/" + answer.headers().firstValue("X-Receipt").orElseThrow());
    }
}
