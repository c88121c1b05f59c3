package com.srecopilot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.srecopilot.RunningApp;
import com.srecopilot.tenancy.ProductClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A new key beside the former one for a time of grace; both in the directory, each with its last use. */
@RunningApp
class KeyRotationTests {

    private static final Duration DAY = Duration.ofDays(1);

    @LocalServerPort
    private int port;
    @Autowired
    private Installation installation;
    @Autowired
    private People people;
    @Autowired
    private IngestKeys keys;
    @Autowired
    private Directory directory;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private ProductClock clock;
    @Autowired
    private ApplicationEventPublisher events;
    private Organisation organisation;
    private String former;
    private UUID id;

    @BeforeEach
    void found() {
        organisation = Organisation.found(installation, people);
        former = organisation.as(() -> keys.create("Grafana"));
        id = keys.resolve(former).orElseThrow().id();
    }

    @Test
    void bothKeysOpenTheSameSourceUntilTheGraceIsOver() {
        String key = rotate(DAY);
        assertThat(keys.resolve(key)).map(IngestKey::id).contains(id);
        assertThat(keys.resolve(former)).map(IngestKey::id).contains(id);
        clock.at(clock.instant().plus(DAY).plusSeconds(1), () -> {
            assertThat(keys.resolve(former)).isEmpty();
            assertThat(keys.resolve(key)).map(IngestKey::id).contains(id);
            return null;
        });
    }

    @Test
    void theLastUseOfEachTellsWhoHasMovedAndWhoComesTooLate() {
        String key = rotate(DAY);
        assertThat(listed().lastUsedAt()).isNull();
        keys.resolve(former);
        assertThat(listed().former().lastUsedAt()).isAfterOrEqualTo(listed().rotatedAt());
        keys.resolve(key);
        assertThat(listed().lastUsedAt()).isNotNull();
        assertThat(listed().former().refusedAt()).isNull();
        clock.at(clock.instant().plus(DAY), () -> keys.resolve(former));
        assertThat(listed().former().refusedAt()).isNotNull();
    }

    @Test
    void withoutGraceTheFormerKeyStopsAtOnce() {
        rotate(Duration.ZERO);
        assertThat(keys.resolve(former)).isEmpty();
    }

    @Test
    void theGraceCanBeEndedAndASecondRotationEndsTheOldestKey() {
        String second = rotate(DAY);
        String third = rotate(DAY);
        assertThat(keys.resolve(former)).isEmpty();
        assertThat(keys.resolve(second)).isPresent();
        organisation.as(() -> {
            keys.endGrace(id);
            return null;
        });
        assertThat(keys.resolve(second)).isEmpty();
        assertThat(keys.resolve(third)).isPresent();
    }

    @Test
    void aSecondClickRotatesNothing() {
        String seen = listed().prefix();
        String key = rotate(DAY);
        assertThatThrownBy(() -> organisation.as(() -> keys.rotate(id, seen, DAY))).isInstanceOf(Stale.class);
        assertThat(keys.resolve(key)).isPresent();
        assertThat(keys.resolve(former)).isPresent();
    }

    @Test
    void aRevocationEndsBothKeysOnAllNodes() {
        IngestKeys other = new IngestKeys(directory, jdbc, transaction, (Clock) clock, events);
        String key = rotate(DAY);
        assertThat(other.resolve(key)).isPresent();
        assertThat(other.resolve(former)).isPresent();
        organisation.as(() -> {
            keys.revoke(id);
            return null;
        });
        assertThat(keys.resolve(key)).isEmpty();
        assertThat(keys.resolve(former)).isEmpty();
        clock.at(clock.instant().plusSeconds(5), () -> {
            assertThat(other.resolve(key)).isEmpty();
            assertThat(other.resolve(former)).isEmpty();
            return null;
        });
    }

    @Test
    void anotherNodeKnowsTheNewKeyAtOnceAndForgetsTheFormerOneInTime() {
        IngestKeys other = new IngestKeys(directory, jdbc, transaction, (Clock) clock, events);
        assertThat(other.resolve(former)).isPresent();
        String key = rotate(Duration.ofSeconds(6));
        assertThat(other.resolve(key)).isPresent();
        clock.at(clock.instant().plusSeconds(5), () -> assertThat(other.resolve(former)).isPresent());
        clock.at(clock.instant().plusSeconds(7), () -> assertThat(other.resolve(former)).isEmpty());
    }

    @Test
    void thePageRotatesShowsTheNewKeyOnceAndTheAuditLogTells() {
        Browsing admin = new Browsing(port);
        admin.signIn(organisation.admin(), Organisation.PASSWORD);
        String page = "/settings/integrations/" + id;
        Map<String, String> form = Map.of("prefix", former.substring(0, 6), "grace", "WEEK");
        assertThat(admin.submit(page, page + "/rotation", form).statusCode()).isEqualTo(303);
        Matcher shown = Pattern.compile("id=\"new-key\">([a-z0-9]{32})<").matcher(admin.get(page).body());
        assertThat(shown.find()).isTrue();
        assertThat(keys.resolve(shown.group(1))).isPresent();
        assertThat(admin.get(page).body()).doesNotContain(shown.group(1)).contains("two work at the moment", "key-former");
        assertThat(admin.submit(page, page + "/rotation", form).statusCode()).isEqualTo(409);
        admin.submit(page, page + "/rotation", Map.of("_method", "delete"));
        assertThat(admin.get(page).body()).doesNotContain("two work at the moment");
        assertThat(admin.get("/audit").body()).contains("ingest_key.rotate", "ingest_key.end_grace");
    }

    private String rotate(Duration grace) {
        return organisation.as(() -> keys.rotate(id, listed().prefix(), grace));
    }

    private IngestKeys.Listed listed() {
        return organisation.as(() -> keys.get(id));
    }
}
