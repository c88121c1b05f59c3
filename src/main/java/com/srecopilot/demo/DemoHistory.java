package com.srecopilot.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.catalog.ChangeForm;
import com.srecopilot.catalog.Changes;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.identity.People;
import com.srecopilot.identity.Person;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.tenancy.ProductClock;

/**
 * Weeks of incidents and releases, the same in every demo (fixed seed), up to this moment. More goes wrong on working
 * days and in working hours, since that is when people change things.
 */
@Component
@Profile("demo")
class DemoHistory {

    private static final int DAYS = 28;

    private final DemoReplay replay;
    private final Changes changes;
    private final People people;
    private final ProductClock clock;
    private final TransactionTemplate together;

    DemoHistory(DemoReplay replay, Changes changes, People people, ProductClock clock, PlatformTransactionManager transactions) {
        this.replay = replay;
        this.changes = changes;
        this.people = people;
        this.clock = clock;
        this.together = new TransactionTemplate(transactions);
    }

    /** The past: everything here is over. */
    void past(List<DemoPlot> plots, IngestKey key, long seed) {
        var random = new Random(seed);
        Instant today = clock.instant();
        int plot = 0;
        for (int day = DAYS; day >= 1; day--) {
            ZonedDateTime date = today.minus(Duration.ofDays(day)).atZone(ZoneOffset.UTC);
            release(date, random);
            for (int incident = incidentsOn(date, random, plots.size()); incident > 0; incident--) {
                play(plots.get(plot++ % plots.size()), at(date, random), key, random);
            }
        }
    }

    /** What is broken now. Each is one transaction: nothing else may open its incident at another time. */
    void present(DemoPlot plot, Duration ago, IngestKey key, boolean investigated) {
        Instant start = clock.instant().minus(ago);
        together.executeWithoutResult(status -> {
            IncidentView incident = replay.breakDown(plot, start, key);
            if (investigated) {
                replay.investigate(incident, plot, person("sre_engineer"), start);
            }
        });
    }

    private void play(DemoPlot plot, Instant start, IngestKey key, Random random) {
        Instant end = start.plus(Duration.ofMinutes(Math.max(8, plot.minutes() + random.nextInt(-6, 12))));
        List<Person> able = people.all().stream().filter(person -> !person.role().equals("viewer")).toList();
        Person person = able.get(random.nextInt(able.size()));
        together.executeWithoutResult(status -> {
            IncidentView incident = replay.breakDown(plot, start, key);
            replay.investigate(incident, plot, person, start);
            replay.recover(incident, plot, person, start, end, key);
        });
    }

    /** Most releases harm nobody. */
    private void release(ZonedDateTime date, Random random) {
        if (!weekend(date)) {
            List<String> services = List.of("cart-service", "catalog-service", "search-service", "inventory-service", "api-gateway");
            String service = services.get(random.nextInt(services.size()));
            int minor = DAYS - (int) Duration.between(date.toInstant(), clock.instant()).toDays();
            Instant at = at(date, random);
            clock.at(at, () -> changes.record(new ChangeForm(service, "deployment", "v4." + minor + ".0", "v4." + (minor - 1) + ".0",
                    "Weekly train", null, at)));
        }
    }

    private static int incidentsOn(ZonedDateTime date, Random random, int variety) {
        int most = weekend(date) ? 1 : variety > 5 ? 3 : 1;
        return random.nextInt(most + 1);
    }

    private static Instant at(ZonedDateTime date, Random random) {
        int hour = (int) Math.max(0, Math.min(23, 13 + random.nextGaussian() * 4));
        return date.toLocalDate().atTime(hour, random.nextInt(60), random.nextInt(60)).toInstant(ZoneOffset.UTC);
    }

    private static boolean weekend(ZonedDateTime date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private Person person(String role) {
        return people.all().stream().filter(person -> person.role().equals(role)).findFirst().orElseThrow();
    }
}
