package com.srecopilot.standalone.report;

import com.srecopilot.standalone.StartupProblem;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Hands a {@link StartupProblem} to the reporters, however deep it is buried in other exceptions. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupProblemAnalyzer extends AbstractFailureAnalyzer<StartupProblem> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, StartupProblem problem) {
        return new FailureAnalysis(problem.getMessage(), problem.advice(), problem);
    }
}
