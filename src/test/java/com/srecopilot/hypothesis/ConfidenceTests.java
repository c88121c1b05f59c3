package com.srecopilot.hypothesis;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConfidenceTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.95  | Almost certain, 95 %
            0.895 | Almost certain, 90 %
            0.894 | Likely, 89 %
            0.7   | Likely, 70 %
            0.694 | Possible, 69 %
            0.4   | Possible, 40 %
            0.394 | Unlikely, 39 %
            0.15  | Unlikely, 15 %
            0.05  | Remote, 5 %
            """)
    void theWordFollowsTheNumberThatIsShown(double value, String shown) {
        assertThat(new Confidence(value)).hasToString(shown);
    }
}
