package com.srecopilot.hypothesis;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param pause between two runs of the engine over one incident that nobody asked for by hand
 * @param reach how old an open incident may be for news of its neighbours to have it looked at again
 */
@Validated
@ConfigurationProperties("srecopilot.hypothesis")
record HypothesisProperties(@DefaultValue("10s") Duration pause, @DefaultValue("2h") Duration reach) {
}
