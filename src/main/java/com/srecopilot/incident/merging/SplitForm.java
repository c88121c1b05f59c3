package com.srecopilot.incident.merging;

import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param alert those that get an incident of their own */
record SplitForm(@Size(max = 1000, message = "takes 1000 at once") Set<UUID> alert,
        @NotBlank(message = "is needed") @Size(min = 5, max = 200, message = "needs 5 to 200 characters") String title,
        @NotBlank(message = "is needed: both timelines tell it") @Size(max = 1000, message = "has 1000 characters at most") String reason) {

    SplitForm {
        alert = alert == null ? Set.of() : alert;
    }
}
