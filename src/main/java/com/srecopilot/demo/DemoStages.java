package com.srecopilot.demo;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import com.srecopilot.demo.pulse.Shop;
import com.srecopilot.demo.simulator.Stage;
import com.srecopilot.demo.simulator.Stages;
import com.srecopilot.demo.story.Script;

/** The demo's tenants as stages for the simulator, and as shops that measure. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoStages {

    @Bean
    Stages stages() {
        return new Stages(Map.of(
                DemoCast.ACME, new Stage(DemoCast.ACME_KEY, "api-gateway", "cart-service", "payment-service", "orders-db", "ap-south"),
                DemoCast.GLOBEX, new Stage(DemoCast.GLOBEX_KEY, "api-gateway", "portal", "billing-api", "warehouse-db", "us-east")));
    }

    @Bean
    Shop acmeShop() {
        return Shop.of(DemoCast.ACME, DemoCast.ACME_KEY, Script.of("acme"));
    }

    @Bean
    Shop globexShop() {
        return Shop.of(DemoCast.GLOBEX, DemoCast.GLOBEX_KEY, Script.of("globex"));
    }
}
