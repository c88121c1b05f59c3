package com.srecopilot.identity.me;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record NameForm(@NotBlank(message = "is needed") @Size(max = 80, message = "takes at most 80 characters") String name) {
}
