package com.srecopilot.hypothesis;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param pause between two runs of the engine over one incident that nobody asked for by hand
 * @param again how long after the first look at an incident the engine looks at it again, though nothing is new
 * @param reach how old an open incident may be for news of its neighbours to have it looked at again
 */
@Validated
@ConfigurationProperties("srecopilot.hypothesis")
record HypothesisProperties(@DefaultValue("10s") Duration pause, @DefaultValue("2h") Duration reach,
        @DefaultValue({"1m", "5m"}) List<Duration> again) {
}
