package com.srecopilot.demo;

import java.util.List;
import java.util.UUID;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.identity.IngestKeys;
import com.srecopilot.identity.Installation;
import com.srecopilot.identity.People;
import com.srecopilot.tenancy.Actor;

/** The people of the demo, and the keys that its senders use. The documentation and the tests name them. */
@Component
@Profile("demo")
class DemoCast {

    static final String PASSWORD = "demo-Passw0rd!";
    static final String ACME_KEY = "acme00demo00ingest00key000000000";
    static final String GLOBEX_KEY = "globex00demo00ingest00key0000000";
    private static final String PLAN = "enterprise";

    private final Installation installation;
    private final People people;
    private final IngestKeys keys;

    DemoCast(Installation installation, People people, IngestKeys keys) {
        this.installation = installation;
        this.people = people;
        this.keys = keys;
    }

    /** @return the tenant */
    UUID acme() {
        return found("acme", new Member("Ana Ruiz", "ana@acme.test", "admin"), ACME_KEY, List.of(
                new Member("Bo Lindqvist", "bo@acme.test", "sre_lead"),
                new Member("Eli Okafor", "eli@acme.test", "sre_engineer"),
                new Member("Vic Tan", "vic@acme.test", "viewer")));
    }

    /** @return the tenant */
    UUID globex() {
        return found("globex", new Member("Gina Rossi", "gina@globex.test", "admin"), GLOBEX_KEY, List.of(
                new Member("Gus Weber", "gus@globex.test", "sre_engineer")));
    }

    private UUID found(String name, Member admin, String key, List<Member> others) {
        UUID tenant = installation.found(name, PLAN, admin.name(), admin.email(), PASSWORD);
        Actor.system(tenant, "installer").run(() -> {
            others.forEach(member -> people.add(member.name(), member.email(), member.role(), PASSWORD));
            keys.create("Prometheus", key);
        });
        return tenant;
    }

    private record Member(String name, String email, String role) {
    }
}
