package com.srecopilot.demo;

import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.catalog.Registry;
import com.srecopilot.catalog.ServiceForm;

/** What the demo tenants run: acme's web shop, and globex's few services. */
@Component
@Profile("demo")
class DemoShop {

    private final Registry registry;

    DemoShop(Registry registry) {
        this.registry = registry;
    }

    void buildAcme() {
        service("api-gateway", "1", "eu-west", "platform", "auth-service", "catalog-service", "cart-service", "checkout-service", "search-service");
        service("auth-service", "1", "eu-west", "identity", "cache");
        service("catalog-service", "2", "us-east", "storefront", "orders-db", "cache");
        service("cart-service", "2", "eu-west", "storefront", "cache", "inventory-service");
        service("checkout-service", "1", "eu-west", "payments", "payment-service", "inventory-service", "orders-db", "cart-service");
        service("payment-service", "1", "eu-west", "payments", "orders-db");
        service("inventory-service", "2", "us-east", "fulfilment", "orders-db");
        service("search-service", "3", "ap-south", "storefront", "catalog-service");
        service("orders-db", "1", "eu-west", "platform");
        service("cache", "2", "eu-west", "platform");
    }

    void buildGlobex() {
        service("api-gateway", "1", "us-east", "edge", "billing-api", "portal");
        service("billing-api", "1", "us-east", "billing", "warehouse-db");
        service("portal", "2", "us-east", "web", "warehouse-db");
        service("warehouse-db", "1", "us-east", "data");
    }

    private void service(String name, String tier, String region, String owner, String... dependencies) {
        registry.register(new ServiceForm(name, tier, region, owner, null, null));
        registry.dependsOn(name, List.of(dependencies));
    }
}
