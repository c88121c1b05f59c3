package com.srecopilot.catalog;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
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
        @Pattern(regexp = "(https?://[^\\s\"<>]+)?", message = "starts with http:// or https://") String runbookUrl,
        @Size(max = Runbook.MOST) List<@NotBlank @Size(max = 1000) String> runbooks) {

    public ServiceForm(String name, String tier, String region, String owner, String description, String runbookUrl) {
        this(name, tier, region, owner, description, runbookUrl, null);
    }

    /** As they are stored, or null to leave them. @throws com.srecopilot.identity.Invalid when one is no link */
    String[] runbookLines() {
        if (runbooks == null && runbookUrl == null) {
            return null;
        }
        return Runbook.parseAll(runbooks == null ? runbookUrl : String.join("\n", runbooks)).stream().map(Runbook::line).toArray(String[]::new);
    }

    static ServiceForm named(String name) {
        return new ServiceForm(name, null, null, null, null, null);
    }
}
