package com.srecopilot.hypothesis.model;

import java.net.URI;
import java.time.Duration;

/**
 * What an organisation has set.
 *
 * @param baseUrl without a slash at its end
 * @param patience seconds for one answer
 * @param onOpening whether it is asked without anybody asking, when the engine has looked at an incident that opened
 * @param secret the encrypted key, or null for none
 */
public record ModelSettings(boolean enabled, ModelKind kind, String baseUrl, String model, String apiVersion, int tokensPerDay, int patience, boolean onOpening, byte[] secret) {

    public boolean hasKey() {
        return secret != null;
    }

    /** @param key in plain text, or null */
    ModelEndpoint endpoint(String key) {
        URI uri = kind.completions(baseUrl, model, apiVersion);
        return new ModelEndpoint(kind, uri, model, key == null ? null : kind.credential(key), Duration.ofSeconds(patience));
    }
}
