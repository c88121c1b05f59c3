package com.srecopilot.alert.signature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.encryption.FieldCipher;
import com.srecopilot.identity.IngestKeys;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** Which signature each source demands. A change is noted with the key, so that all nodes follow within 5 s. */
@Service
@Transactional
public class SignatureSettings {

    static final String HANDLING = "signature";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final IngestKeys keys;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SignatureSettings(JdbcClient jdbc, FieldCipher cipher, IngestKeys keys, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.keys = keys;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Signature> find(UUID source) {
        return jdbc.sql("select * from source_signatures where source_id = ?").param(source).query(SignatureSettings::signature).optional();
    }

    /** @throws com.srecopilot.encryption.Undecipherable when this node has another key than the one that set it */
    String secret(UUID source, Signature signature) {
        return signature.secret() == null ? "" : cipher.decrypt(signature.secret(), place(source));
    }

    /** @throws com.srecopilot.identity.Invalid naming the field */
    void require(UUID source, SignatureForm form) {
        Optional<Signature> before = find(source);
        boolean keeps = before.filter(set -> set.scheme() == form.scheme()).isPresent();
        form.check(keeps);
        String typed = form.secret() == null ? "" : form.secret().strip();
        byte[] secret = !form.scheme().secret() ? null : typed.isEmpty() ? before.orElseThrow().secret() : cipher.encrypt(typed, place(source));
        store(source, form, secret);
        keys.handle(source, HANDLING, UUID.randomUUID().toString());
        events.publishEvent(new SignatureEvent.Required(Actor.current().tenant(), source,
                Changes.of("signature", before.map(set -> told(set.scheme(), set.header())).orElse(null), told(form.scheme(), form.header()) + (typed.isEmpty() ? "" : ", a new secret"))));
    }

    void drop(UUID source) {
        if (jdbc.sql("delete from source_signatures where source_id = ?").param(source).update() > 0) {
            keys.handle(source, HANDLING, null);
            events.publishEvent(new SignatureEvent.Dropped(Actor.current().tenant(), source));
        }
    }

    private void store(UUID source, SignatureForm form, byte[] secret) {
        jdbc.sql("""
                insert into source_signatures (source_id, scheme, header, timestamp_header, tolerance, secret, topics, fetches, set_by, set_at)
                values (:source, :scheme, :header, :timestamp, :tolerance, :secret, :topics, :fetches, :by, :at)
                on conflict (tenant_id, source_id) do update set scheme = :scheme, header = :header, timestamp_header = :timestamp,
                    tolerance = :tolerance, secret = :secret, topics = :topics, fetches = :fetches, set_by = :by, set_at = :at""")
                .param("source", source).param("scheme", form.scheme().word()).param("header", form.scheme().secret() ? SignatureForm.text(form.header()) : "")
                .param("timestamp", form.scheme().timed() ? SignatureForm.text(form.timestampHeader()) : "").param("tolerance", form.tolerance())
                .param("secret", secret).param("topics", form.scheme().secret() ? "" : String.join("\n", form.arns())).param("fetches", form.scheme() == Scheme.SNS)
                .param("by", Actor.current().id()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    private static String told(Scheme scheme, String header) {
        return scheme.label() + (scheme.secret() ? " in " + SignatureForm.text(header) : "");
    }

    private static String place(UUID source) {
        return "source_signatures/" + source;
    }

    private static Signature signature(ResultSet row, int number) throws SQLException {
        String topics = row.getString("topics");
        return new Signature(Scheme.of(row.getString("scheme")), row.getString("header"), row.getString("timestamp_header"), Duration.ofSeconds(row.getInt("tolerance")),
                row.getBytes("secret"), topics.isEmpty() ? Set.of() : Set.of(topics.split("\n")), row.getObject("set_by", UUID.class),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }
}
