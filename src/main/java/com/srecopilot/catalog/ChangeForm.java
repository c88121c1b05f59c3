package com.srecopilot.catalog;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A deployment or configuration change, as its pipeline reports it.
 *
 * @param service by name; learned when nobody knows it yet
 * @param at when it took effect, or null for now
 */
public record ChangeForm(
        @NotBlank @Size(max = 200) String service,
        @NotNull @Pattern(regexp = "deployment|configuration", message = "is deployment or configuration") String kind,
        @Size(max = 200) String version,
        @JsonProperty("previous_version") @Size(max = 200) String previousVersion,
        @Size(max = 2000) String summary,
        @Size(max = 1000) @Pattern(regexp = "(https?://[^\\s\"<>]+)?", message = "starts with http:// or https://") String url,
        Instant at) {
}
