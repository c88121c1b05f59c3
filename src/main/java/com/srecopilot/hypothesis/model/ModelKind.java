package com.srecopilot.hypothesis.model;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How an endpoint is called. */
public enum ModelKind {

    /** OpenAI's own API and what speaks it: vLLM, Ollama, llama.cpp, LiteLLM and others. */
    OPENAI("OpenAI-compatible", "Authorization") {
        @Override
        URI completions(String base, String model, String version) {
            return URI.create(base + "/chat/completions");
        }

        @Override
        String credential(String key) {
            return "Bearer " + key;
        }
    },

    AZURE("Azure OpenAI", "api-key") {
        @Override
        URI completions(String base, String model, String version) {
            return URI.create(base + "/openai/deployments/" + encoded(model) + "/chat/completions?api-version=" + encoded(version));
        }

        @Override
        String credential(String key) {
            return key;
        }
    };

    private final String label;
    private final String header;

    ModelKind(String label, String header) {
        this.label = label;
        this.header = header;
    }

    /** @param base without a slash at its end */
    abstract URI completions(String base, String model, String version);

    abstract String credential(String key);

    public String label() {
        return label;
    }

    /** Of the request; it carries the credential. */
    String header() {
        return header;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ModelKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
