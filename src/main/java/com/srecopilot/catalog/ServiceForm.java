package com.srecopilot.catalog;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What people and programs say of a service. Null keeps what is known. */
public record ServiceForm(
        @NotNull @Size(min = 1, max = 200) @Pattern(regexp = "[a-zA-Z0-9-]+", message = "takes letters, digits and hyphens") String name,
        @Pattern(regexp = "[1-4]?", message = "is 1, 2, 3 or 4") String tier,
        @Size(max = 80) String region,
        @Size(max = 80) String owner,
        @Size(max = 2000) String description,
        @JsonProperty("runbook_url") @Size(max = 1000)
        @Pattern(regexp = "(https?://[^\\s\"<>]+)?", message = "starts with http:// or https://") String runbookUrl) {

    static ServiceForm named(String name) {
        return new ServiceForm(name, null, null, null, null, null);
    }
}
