package com.srecopilot.standalone;

/**
 * Something that a person must put right before the product can start.
 * It reaches standard error as one line without a stack trace, and the process ends with a non-zero status.
 */
public class StartupProblem extends RuntimeException {

    private final String advice;

    /**
     * @param message what is wrong, as a full sentence
     * @param advice  what to do about it, as a full sentence
     */
    public StartupProblem(String message, String advice) {
        this(message, advice, null);
    }

    public StartupProblem(String message, String advice, Throwable cause) {
        super(message, cause);
        this.advice = advice;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
