package com.srecopilot.identity.settings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param name says who sends with this key, such as {@code Alertmanager, eu-west} */
record KeyForm(@NotBlank(message = "is needed") @Size(max = 80, message = "takes at most 80 characters") String name) {
}
