package com.srecopilot.demo;

import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.standalone.Greeting;

/** Tells who has started the demo how to get in. */
@Component
@Profile("demo")
class DemoGreeting implements Greeting {

    @Override
    public List<String> lines() {
        return List.of(
                "Demo sign-ins, all with the password " + DemoCast.PASSWORD,
                "  ana@acme.test    admin       bo@acme.test     lead",
                "  eli@acme.test    engineer    vic@acme.test    viewer",
                "  gina@globex.test and gus@globex.test see another tenant",
                "Send an alert:",
                "  curl -d '{\"title\":\"Checkout fails\",\"service\":\"checkout-service\",\"severity\":\"critical\"}' \\",
                "    -H 'Content-Type: application/json' <address>/ingest/" + DemoCast.ACME_KEY + "/generic");
    }
}
