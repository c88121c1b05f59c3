package com.srecopilot.demo;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import com.srecopilot.demo.simulator.Stage;
import com.srecopilot.demo.simulator.Stages;

/** The demo's tenants as stages for the simulator. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoStages {

    @Bean
    Stages stages() {
        return new Stages(Map.of(
                DemoCast.ACME, new Stage(DemoCast.ACME_KEY, "api-gateway", "cart-service", "payment-service", "orders-db", "ap-south"),
                DemoCast.GLOBEX, new Stage(DemoCast.GLOBEX_KEY, "api-gateway", "portal", "billing-api", "warehouse-db", "us-east")));
    }
}
