package com.srecopilot.standalone;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last words of a start: where to go now. */
@Component
class GreetingPrinter {

    private final ObjectProvider<Greeting> greetings;

    GreetingPrinter(ObjectProvider<Greeting> greetings) {
        this.greetings = greetings;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web) {
            System.out.println(text(web.getEnvironment().getRequiredProperty("srecopilot.base-url")));
        }
    }

    String text(String url) {
        Stream<String> more = greetings.orderedStream().flatMap(greeting -> greeting.lines().stream());
        return Stream.concat(Stream.of("SRE Copilot is ready: " + url), more)
                .map(line -> "  " + line).collect(Collectors.joining("\n", "\n", "\n"));
    }
}
