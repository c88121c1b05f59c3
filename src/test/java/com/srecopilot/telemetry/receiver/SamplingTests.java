package com.srecopilot.telemetry.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplingTests {

    @Test
    void aSampledSpanStandsForThoseThatItsThresholdLeavesOut() {
        assertThat(Sampling.stands("ot=th:8")).isEqualTo(2);
        assertThat(Sampling.stands("vendor=1,ot=rv:6e6d1a75832a2f;th:c")).isEqualTo(4);
        assertThat(Sampling.stands("ot=th:ff5c28f5c28f5c,other=x")).isEqualTo(400);
        assertThat(Sampling.stands("ot=th:ffffffffffffff")).isEqualTo(1_000_000);
    }

    @Test
    void whoSaysNothingOrNonsenseStandsForItself() {
        for (String state : new String[] {"", "ot=th:0", "ot=th:xyz", "ot=rv:80", "not=th:8", "ot=th:123456789abcdef"}) {
            assertThat(Sampling.stands(state)).as(state).isEqualTo(1);
        }
    }
}
