package com.srecopilot.standalone;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What holds when nothing is configured; any other source of properties wins. */
class StandaloneDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "srecopilot.home", "./.srecopilot",
            "srecopilot.base-url", "http://localhost:${local.server.port:${server.port:8080}}",
            // OneLineReporter speaks instead of these.
            "logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "off",
            "logging.level.org.springframework.boot.autoconfigure.logging.ConditionEvaluationReportLogger", "warn",
            "logging.level.org.springframework.boot.web.server.servlet.context", "error",
            // What a start that failed has left running ends with the process.
            "logging.level.org.apache.catalina.loader", "error");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("standaloneDefaults", DEFAULTS));
    }
}
