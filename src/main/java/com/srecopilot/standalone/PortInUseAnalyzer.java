package com.srecopilot.standalone;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says the same about a port that was taken between our look and the web server's start. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException taken) {
        StartupProblem problem = WebPort.taken(taken.getPort(), taken);
        return new FailureAnalysis(problem.getMessage(), problem.advice(), taken);
    }
}
