package com.srecopilot.identity.me;

import jakarta.validation.constraints.NotBlank;

/** @param present the password until now; {@code next} the one from now on */
record PasswordForm(@NotBlank(message = "is needed") String present, @NotBlank(message = "is needed") String next) {

    /** Passwords are never sent back to the page. */
    static PasswordForm empty() {
        return new PasswordForm("", "");
    }
}
