package com.srecopilot.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.catalog.Registry;
import com.srecopilot.catalog.ServiceForm;
import com.srecopilot.demo.story.Script;

/** Puts what a demo tenant runs into its catalog. */
@Component
@Profile("demo")
class DemoShop {

    private final Registry registry;

    DemoShop(Registry registry) {
        this.registry = registry;
    }

    void build(Script script) {
        script.services().forEach((name, part) -> registry.register(new ServiceForm(name, part.tier(), part.region(), part.owner(), null, null, part.runbooks())));
        script.services().forEach((name, part) -> registry.dependsOn(name, part.calls()));
    }
}
