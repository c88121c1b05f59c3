package com.srecopilot.identity.setup;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The first organisation and its first admin. */
record SetupForm(
        @NotBlank(message = "is needed") @Size(max = 80, message = "takes at most 80 characters") String organisation,
        @NotBlank(message = "is needed") @Size(max = 80, message = "takes at most 80 characters") String name,
        @NotBlank(message = "is needed") @Email(message = "is not an e-mail address") @Size(max = 254, message = "takes at most 254 characters") String email,
        @Size(min = 12, message = "takes at least 12 characters") String password) {

    static SetupForm empty() {
        return new SetupForm("", "", "", "");
    }
}
