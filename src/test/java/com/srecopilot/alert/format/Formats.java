package com.srecopilot.alert.format;

import java.util.List;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Every format there is, as the product finds them. */
final class Formats {

    private Formats() {
    }

    static List<AlertFormat> all() {
        try (var context = new AnnotationConfigApplicationContext("com.srecopilot.alert.format")) {
            return context.getBeanProvider(AlertFormat.class).orderedStream().toList();
        }
    }

    static AlertFormat named(String name) {
        return all().stream().filter(format -> format.name().equals(name)).findFirst().orElseThrow();
    }
}
