package com.srecopilot.hypothesis;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import com.srecopilot.RunningApp;

import static org.assertj.core.api.Assertions.assertThat;

/** What an organisation's people say of causes changes how its next ones are ranked, and nobody else's. */
@RunningApp
class LearningTests {

    private static final List<String> SHOPS = List.of("checkout-service", "cart-service", "search-service");

    @Autowired
    private BeanFactory app;

    @Test
    void verdictsChangeTheRankingOfTheirOwnOrganisationOnly() {
        Outage ours = shop();
        Outage theirs = shop();
        assertThat(first(ours, "checkout-service").claim()).startsWith("checkout-service");
        SHOPS.subList(1, 3).forEach(service -> {
            judge(ours, service, "cart-db", true);
            judge(ours, service, service, false);
        });

        int number = ours.incidentOn("checkout-service").number();
        ours.again(number);
        HypothesisView learned = ours.of(number).items().get(0);
        assertThat(learned.claim()).startsWith("cart-db");
        assertThat(learned.description()).contains("2 of 2 earlier causes like this, a change of cart-db, were confirmed.");

        HypothesisView unmoved = first(theirs, "checkout-service");
        assertThat(unmoved.claim()).startsWith("checkout-service");
        assertThat(unmoved.description()).doesNotContain("earlier causes like this");
    }

    private Outage shop() {
        Outage outage = new Outage(app);
        outage.begin();
        SHOPS.forEach(service -> {
            outage.calls(service, "cart-db");
            outage.deployed(service, "v2", Duration.ofMinutes(6));
        });
        outage.deployed("cart-db", "v18", Duration.ofMinutes(14));
        return outage;
    }

    private static HypothesisView first(Outage outage, String service) {
        outage.fires(service, "High error rate");
        return outage.awaitHypotheses(outage.incidentOn(service).number(), view -> view.items().size() >= 2).items().get(0);
    }

    private static void judge(Outage outage, String service, String blamed, boolean right) {
        if (outage.as(() -> outage.incidents.openOfService(service)).isEmpty()) {
            first(outage, service);
        }
        int number = outage.incidentOn(service).number();
        HypothesisView it = outage.of(number).items().stream().filter(each -> each.service().equals(blamed)).findFirst().orElseThrow();
        outage.as(() -> right ? outage.hypotheses.validate(number, it.id(), null) : outage.hypotheses.reject(number, it.id(), "not this"));
    }
}
