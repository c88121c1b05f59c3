package com.srecopilot.standalone.report;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.util.StringUtils;

/** Prints an understood failure on standard error: what is wrong and what to do, without a frame around it. */
class OneLineReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println(line(analysis));
    }

    static String line(FailureAnalysis analysis) {
        String advice = StringUtils.hasText(analysis.getAction()) ? " " + analysis.getAction().strip() : "";
        return "SRE Copilot cannot start: " + analysis.getDescription().strip() + advice;
    }
}
