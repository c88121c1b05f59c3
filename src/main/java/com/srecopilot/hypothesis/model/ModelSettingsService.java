package com.srecopilot.hypothesis.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.encryption.FieldCipher;
import com.srecopilot.encryption.Undecipherable;
import com.srecopilot.identity.Invalid;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** The current tenant's language model. Its key goes in and never comes out. */
@Service
public class ModelSettingsService {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final ModelProperties properties;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ModelSettingsService(JdbcClient jdbc, FieldCipher cipher, ModelProperties properties, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.properties = properties;
        this.clock = clock;
        this.events = events;
    }

    /** What is set, in use or not. */
    @Transactional(readOnly = true)
    public Optional<ModelSettings> find() {
        return jdbc.sql("select * from model_settings").query(ModelSettingsService::row).optional();
    }

    /** @throws ModelFailure when it must not be called, or its key can't be read */
    ModelEndpoint endpoint(ModelSettings set) {
        try {
            ModelEndpoint endpoint = set.endpoint(set.hasKey() ? cipher.decrypt(set.secret(), place()) : null);
            ModelAddress.require(endpoint.uri(), properties.inside());
            return endpoint;
        } catch (Undecipherable e) {
            throw new ModelFailure("The model's key can't be read; set it again", e);
        }
    }

    /** @throws Invalid naming the field */
    @Transactional
    void set(ModelForm form) {
        Optional<ModelSettings> before = find();
        String address = form.address();
        byte[] secret = secret(form, address, before);
        check(new ModelSettings(form.enabled(), form.speaks(), address, form.model().strip(), form.version(), form.tokens(), form.seconds(), form.onOpening(), null));
        jdbc.sql("""
                insert into model_settings (tenant_id, enabled, kind, base_url, model, api_version, tokens_per_day, patience, on_opening, secret, set_by, set_at)
                values (:tenant, :enabled, :kind, :url, :model, :version, :tokens, :patience, :opening, :secret, :by, :at)
                on conflict (tenant_id) do update set enabled = :enabled, kind = :kind, base_url = :url, model = :model, api_version = :version,
                    tokens_per_day = :tokens, patience = :patience, on_opening = :opening, secret = :secret, set_by = :by, set_at = :at""")
                .param("tenant", Actor.current().tenant()).param("enabled", form.enabled()).param("kind", form.kind()).param("url", address)
                .param("model", form.model().strip()).param("version", form.version()).param("tokens", form.tokens()).param("patience", form.seconds()).param("opening", form.onOpening())
                .param("secret", secret).param("by", Actor.current().id()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        tell(before.map(ModelSettingsService::told).orElse(null), told(find().orElseThrow()) + (form.typedKey().isEmpty() ? "" : ", a new key"));
    }

    /** With its key. */
    @Transactional
    void remove() {
        String before = find().map(ModelSettingsService::told).orElse(null);
        if (jdbc.sql("delete from model_settings").update() > 0) {
            tell(before, null);
        }
    }

    /** A key goes only to the address that it was typed for. */
    private byte[] secret(ModelForm form, String address, Optional<ModelSettings> before) {
        if (!form.typedKey().isEmpty()) {
            return cipher.encrypt(form.typedKey(), place());
        }
        Optional<ModelSettings> kept = before.filter(ModelSettings::hasKey);
        if (kept.isPresent() && !kept.get().baseUrl().equals(address)) {
            throw new Invalid("key", "is needed again, because the address is another");
        }
        if (kept.isEmpty() && form.speaks() == ModelKind.AZURE) {
            throw new Invalid("key", "is needed for Azure");
        }
        return kept.map(ModelSettings::secret).orElse(null);
    }

    private void check(ModelSettings set) {
        try {
            ModelAddress.require(set.endpoint(null).uri(), properties.inside());
        } catch (ModelFailure | IllegalArgumentException e) {
            throw new Invalid("baseUrl", e instanceof ModelFailure ? "can't be used: " + e.getMessage() : "is no address", e);
        }
    }

    private void tell(String before, String after) {
        events.publishEvent(new ModelSet(Actor.current().tenant(), Changes.of("model", before, after)));
    }

    private static String told(ModelSettings set) {
        return set.kind().label() + ", " + set.model() + " at " + set.baseUrl() + (set.enabled() ? "" : ", off") + (set.onOpening() ? ", asked when incidents open" : "");
    }

    private static String place() {
        return "model_settings/" + Actor.current().tenant();
    }

    private static ModelSettings row(ResultSet row, int index) throws SQLException {
        return new ModelSettings(row.getBoolean("enabled"), ModelKind.of(row.getString("kind")), row.getString("base_url"),
                row.getString("model"), row.getString("api_version"), row.getInt("tokens_per_day"), row.getInt("patience"), row.getBoolean("on_opening"), row.getBytes("secret"));
    }
}
