package com.srecopilot.realtime;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Live push.
 *
 * @param replay how long what was pushed can be replayed to a page that was away
 * @param backlog bytes that may wait for a slow reader before its stream is closed; it reconnects and replays
 */
@Validated
@ConfigurationProperties("srecopilot.realtime")
record RealtimeProperties(
        @DefaultValue("30m") Duration replay,
        @DefaultValue("1048576") @Min(65_536) @Max(67_108_864) int backlog) {
}
