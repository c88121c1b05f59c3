package com.srecopilot.standalone;

import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Settings that cannot be meant. */
final class Settings {

    private Settings() {
    }

    /** @throws StartupProblem naming the setting */
    static void check(Environment environment) {
        String port = environment.getProperty("server.port", "8080");
        if (!port.matches("-?[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new StartupProblem("SERVER_PORT is \"" + port + "\", which is no port.", "Set a number up to 65535, such as SERVER_PORT=8080.");
        }
        String baseUrl = environment.getProperty("srecopilot.base-url", "http://localhost");
        if (!isAddress(baseUrl)) {
            throw new StartupProblem("SRECOPILOT_BASE_URL is \"" + baseUrl + "\", which is no address.",
                    "Set what people type into their browser, such as SRECOPILOT_BASE_URL=https://copilot.example.com.");
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getQuery() == null && address.getFragment() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** Says in one line which property has which value that does not fit. */
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    static class Unfit extends AbstractFailureAnalyzer<BindException> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, BindException cause) {
            BindValidationException invalid = findCause(failure, BindValidationException.class);
            if (invalid != null) {
                ObjectError error = invalid.getValidationErrors().getAllErrors().get(0);
                String field = error instanceof FieldError one ? "." + one.getField().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT) : "";
                Object value = error instanceof FieldError one ? one.getRejectedValue() : null;
                return said(invalid.getValidationErrors().getName() + field, value, error.getDefaultMessage(), cause);
            }
            ConfigurationProperty property = cause.getProperty();
            return said(cause.getName().toString(), property == null ? null : property.getValue(),
                    "a value of the kind " + cause.getTarget().getType() + " is needed", cause);
        }

        private static FailureAnalysis said(String name, Object value, String why, BindException cause) {
            return new FailureAnalysis("The setting " + name + " cannot be \"" + value + "\": " + why + ".",
                    "Correct it, or take it away to have the default.", cause);
        }
    }
}
