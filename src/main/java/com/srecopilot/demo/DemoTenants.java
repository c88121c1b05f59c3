package com.srecopilot.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.demo.story.Episode;
import com.srecopilot.demo.story.Script;
import com.srecopilot.demo.story.Story;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.People;
import com.srecopilot.identity.Person;
import com.srecopilot.tenancy.ProductClock;

/** The two tenants of the demo, from their people to what is broken right now. Called in a transaction, as the tenant. */
@Component
@Profile("demo")
class DemoTenants {

    private static final double SMALL = 0.3;

    private final DemoCast cast;
    private final DemoShop shop;
    private final History history;
    private final DemoReplay replay;
    private final DemoTelemetry telemetry;
    private final Causes causes;
    private final People people;
    private final EntityManager entities;
    private final ProductClock clock;

    DemoTenants(DemoCast cast, DemoShop shop, History history, DemoReplay replay, DemoTelemetry telemetry, Causes causes, People people, EntityManager entities, ProductClock clock) {
        this.cast = cast;
        this.shop = shop;
        this.history = history;
        this.replay = replay;
        this.telemetry = telemetry;
        this.causes = causes;
        this.people = people;
        this.entities = entities;
        this.clock = clock;
    }

    void acme() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        IngestKey key = cast.acme();
        Story story = past("acme", key, 1, now, 42, List.of(Present.certificate(now)));
        var present = Present.of(story, now);
        replay.record(present.cause());
        telemetry.write(PoolLeak.since(present.start()), now);
        int number = replay.play(present.pool(), key, staff());
        causes.look(number, present.start().plusSeconds(80));
    }

    void globex() {
        past("globex", cast.globex(), SMALL, clock.instant().truncatedTo(ChronoUnit.SECONDS), 7, List.of());
    }

    private Story past(String tenant, IngestKey key, double pace, Instant now, long seed, List<Episode> open) {
        var script = Script.of(tenant);
        shop.build(script);
        Map<String, Person> staff = staff();
        var names = new LinkedHashMap<String, String>();
        staff.forEach((email, person) -> names.put(email, person.name().split(" ")[0]));
        Story story = Story.of(script, names, pace, now, seed);
        var episodes = new ArrayList<>(story.episodes());
        episodes.addAll(open);
        episodes.sort(Comparator.comparing(Episode::start));
        entities.flush(); // What follows goes past Hibernate.
        history.write(episodes, story.changes(), key, staff, seed);
        causes.explain(episodes, story.changes(), staff, seed);
        return story;
    }

    private Map<String, Person> staff() {
        var staff = new LinkedHashMap<String, Person>();
        people.all().stream().filter(person -> !person.role().equals("viewer")).sorted(Comparator.comparing(Person::email))
                .forEach(person -> staff.put(person.email(), person));
        return staff;
    }
}
