package com.srecopilot.identity.signin;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many sign-ins may fail before one has to wait.
 *
 * @param window counted from the first failure; when it is over the count starts anew
 */
@Validated
@ConfigurationProperties("srecopilot.sign-in")
record SignInProperties(@Min(1) @DefaultValue("10") int failuresPerAccount, @Min(1) @DefaultValue("50") int failuresPerAddress,
        @DefaultValue("15m") Duration window) {
}
