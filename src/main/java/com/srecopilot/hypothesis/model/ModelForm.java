package com.srecopilot.hypothesis.model;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.srecopilot.identity.Invalid;

/** A model as a person sets it. @param key empty keeps the one that is set, as long as the address stays */
record ModelForm(Boolean enabled, Boolean onOpening, @NotNull(message = "is OpenAI-compatible or Azure") @Pattern(regexp = "openai|azure", message = "is OpenAI-compatible or Azure") String kind,
        @NotBlank(message = "is needed") @Size(max = 300, message = "has 300 characters at most") String baseUrl,
        @NotBlank(message = "is needed") @Size(max = 100, message = "has 100 characters at most") String model,
        @Size(max = 40, message = "has 40 characters at most") String apiVersion,
        @NotNull(message = "is a number") @Pattern(regexp = "\\s*[1-9]\\d{3,7}\\s*", message = "is a number from 1000 to 99999999") String tokensPerDay,
        @NotNull(message = "is a number of seconds") @Pattern(regexp = "\\s*([5-9]|[1-9]\\d|1[01]\\d|120)\\s*", message = "is a number of seconds from 5 to 120") String patience,
        @Size(max = 500, message = "has 500 characters at most") String key) {

    private static final String AZURE_VERSION = "2024-10-21";

    /** A box that isn't ticked is not sent. */
    ModelForm {
        enabled = Boolean.TRUE.equals(enabled);
        onOpening = Boolean.TRUE.equals(onOpening);
    }

    static ModelForm empty() {
        return new ModelForm(true, false, ModelKind.OPENAI.word(), "", "", "", "200000", "30", "");
    }

    static ModelForm of(ModelSettings set) {
        return new ModelForm(set.enabled(), set.onOpening(), set.kind().word(), set.baseUrl(), set.model(), set.apiVersion(), String.valueOf(set.tokensPerDay()), String.valueOf(set.patience()), "");
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

    ModelKind speaks() {
        return ModelKind.of(kind);
    }

    String version() {
        String typed = apiVersion == null ? "" : apiVersion.strip();
        return typed.isEmpty() && speaks() == ModelKind.AZURE ? AZURE_VERSION : typed;
    }

    int tokens() {
        return Integer.parseInt(tokensPerDay.strip());
    }

    int seconds() {
        return Integer.parseInt(patience.strip());
    }

    String typedKey() {
        return key == null ? "" : key.strip();
    }
}
