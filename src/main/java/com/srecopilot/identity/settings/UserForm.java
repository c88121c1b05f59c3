package com.srecopilot.identity.settings;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A new account. Its first password is made here and shown once. */
record UserForm(
        @NotBlank(message = "is needed") @Size(max = 80, message = "takes at most 80 characters") String name,
        @NotBlank(message = "is needed") @Email(message = "is not an e-mail address") @Size(max = 254, message = "takes at most 254 characters") String email,
        @NotBlank(message = "is needed") String role) {

    static UserForm empty() {
        return new UserForm("", "", "viewer");
    }
}
