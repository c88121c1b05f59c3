package com.srecopilot.standalone;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The smallest thing with a web server that starts as the product does; no annotation, so that no scan finds it. */
public class BareApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BareApplication.class, arguments);
    }

    @Bean
    TomcatServletWebServerFactory webServer(Environment environment) {
        return new TomcatServletWebServerFactory(environment.getProperty("server.port", Integer.class, 8080));
    }

    @Bean
    GreetingPrinter greetingPrinter(ObjectProvider<Greeting> greetings) {
        return new GreetingPrinter(greetings);
    }

    @Bean
    Greeting greeting() {
        return () -> List.of("Sign in as nobody in particular");
    }
}
