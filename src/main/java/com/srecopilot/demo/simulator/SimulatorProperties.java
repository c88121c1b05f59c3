package com.srecopilot.demo.simulator;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param fast how many times faster than life the fast choice plays */
@Validated
@ConfigurationProperties("srecopilot.demo.simulator")
record SimulatorProperties(@DefaultValue("10") @Min(2) int fast) {
}
