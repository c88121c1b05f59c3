package com.srecopilot.alert;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param staleAfter an alert of which its sender has said nothing for so long counts as over */
@Validated
@ConfigurationProperties("srecopilot.alert")
record AlertProperties(@NotNull @DefaultValue("7d") Duration staleAfter) {
}
