package com.srecopilot.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.People;

/** The people of the demo, and the keys that its senders use. The documentation and the tests name them. */
@Component
@Profile("demo")
class DemoCast {

    static final String PASSWORD = "demo-Passw0rd!";
    static final String ACME_KEY = "acme00demo00ingest00key000000000";
    static final String GLOBEX_KEY = "globex00demo00ingest00key0000000";
    static final UUID ACME = idOf("acme");
    static final UUID GLOBEX = idOf("globex");
    private static final String PLAN = "enterprise";
    private static final String SENDER = "Prometheus";

    private final Installation installation;
    private final People people;
    private final IngestKeys keys;

    DemoCast(Installation installation, People people, IngestKeys keys) {
        this.installation = installation;
        this.people = people;
        this.keys = keys;
    }

    /** Acts as acme already. */
    IngestKey acme() {
        return found(ACME, "acme", new Member("Ana Ruiz", "ana@acme.test", "admin"), ACME_KEY, List.of(
                new Member("Bo Lindqvist", "bo@acme.test", "sre_lead"),
                new Member("Eli Okafor", "eli@acme.test", "sre_engineer"),
                new Member("Vic Tan", "vic@acme.test", "viewer")));
    }

    /** Acts as globex already. */
    IngestKey globex() {
        return found(GLOBEX, "globex", new Member("Gina Rossi", "gina@globex.test", "admin"), GLOBEX_KEY, List.of(
                new Member("Gus Weber", "gus@globex.test", "sre_engineer")));
    }

    private IngestKey found(UUID tenant, String name, Member admin, String key, List<Member> others) {
        installation.found(tenant, name, PLAN, admin.name(), admin.email(), PASSWORD);
        others.forEach(member -> people.add(member.name(), member.email(), member.role(), PASSWORD));
        return new IngestKey(tenant, keys.create(SENDER, key), SENDER);
    }

    private static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(("demo " + name).getBytes(StandardCharsets.UTF_8));
    }

    private record Member(String name, String email, String role) {
    }
}
