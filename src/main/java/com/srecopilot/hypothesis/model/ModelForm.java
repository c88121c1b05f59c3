package com.srecopilot.hypothesis.model;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.srecopilot.identity.Invalid;

/** A model as a person sets it. @param key empty keeps the one that is set, as long as the address stays */
record ModelForm(boolean enabled, @NotNull(message = "is OpenAI-compatible or Azure") ModelKind kind,
        @NotBlank(message = "is needed") @Size(max = 300, message = "has 300 characters at most") String baseUrl,
        @NotBlank(message = "is needed") @Size(max = 100, message = "has 100 characters at most") String model,
        @Size(max = 40, message = "has 40 characters at most") String apiVersion,
        @NotNull(message = "is a number") @Min(value = 1000, message = "is at least 1000") @Max(value = 100_000_000, message = "is at most 100 000 000") Integer tokensPerDay,
        @NotNull(message = "is a number of seconds") @Min(value = 5, message = "is at least 5 s") @Max(value = 120, message = "is at most 120 s") Integer patience,
        @Size(max = 500, message = "has 500 characters at most") String key) {

    private static final String AZURE_VERSION = "2024-10-21";

    static ModelForm empty() {
        return new ModelForm(true, ModelKind.OPENAI, "", "", "", 200_000, 30, "");
    }

    static ModelForm of(ModelSettings set) {
        return new ModelForm(set.enabled(), set.kind(), set.baseUrl(), set.model(), set.apiVersion(), set.tokensPerDay(), set.patience(), "");
    }

    /** @throws Invalid naming the field */
    String address() {
        String text = baseUrl.strip().replaceFirst("/+$", "");
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
                throw new Invalid("baseUrl", "is an http or https address without a query, such as https://api.openai.com/v1");
            }
            return text;
        } catch (URISyntaxException e) {
            throw new Invalid("baseUrl", "is no address", e);
        }
    }

    String version() {
        String typed = apiVersion == null ? "" : apiVersion.strip();
        return typed.isEmpty() && kind == ModelKind.AZURE ? AZURE_VERSION : typed;
    }

    String typedKey() {
        return key == null ? "" : key.strip();
    }
}
