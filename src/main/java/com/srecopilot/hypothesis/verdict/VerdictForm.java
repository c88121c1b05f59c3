package com.srecopilot.hypothesis.verdict;

import jakarta.validation.constraints.Size;

/** Why somebody judges a hypothesis so. */
record VerdictForm(@Size(max = LONGEST, message = "takes 2000 characters at most") String reason) {

    private static final int LONGEST = 2000;

    boolean isBlank() {
        return reason == null || reason.isBlank();
    }
}
