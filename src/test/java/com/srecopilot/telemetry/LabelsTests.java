package com.srecopilot.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTests {

    @ParameterizedTest
    @ValueSource(strings = {"__name__", "job"})
    void ofALabelThatStandsTwiceNobodyKnowsWhichIsMeant(String name) {
        var labels = new Labels();
        labels.putOnce("__name__", "up");
        labels.putOnce("job", "shop");
        assertThat(labels.refusal()).isNull();
        labels.putOnce(name, "other");
        assertThat(labels.refusal()).isEqualTo("a label stands twice in a series");
    }

    @Test
    void anAttributeMayOverrideThatOfItsResource() {
        var labels = new Labels();
        labels.metric("up");
        labels.put("job", "resource");
        labels.put("job", "attribute");
        assertThat(labels.refusal()).isNull();
        assertThat(labels.service()).isEqualTo("attribute");
    }
}
