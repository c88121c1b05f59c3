package com.srecopilot.hypothesis.engine;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One fact is changed at a time, and what is suspected follows. */
class HypothesisEngineTests {

    private static final String V123 = "change:checkout-servicev1.2.3";

    /** A deployment 6 min before, a failing database, three callers of a silent cache, a caller, a past incident. */
    static Facts shop() {
        return shopWithoutChange().deployed("checkout-service", "v1.2.3", -6);
    }

    private static Facts shopWithoutChange() {
        return new Facts().ownAlert("checkout-service: connection pool exhausted")
                .calls("api-gateway", "checkout-service", "cart-service")
                .calls("checkout-service", "orders-db", "payment-service")
                .alert("orders-db", "High error rate", "critical", -1)
                .before(288, "", "", 48);
    }

    @Test
    void aDeploymentJustBeforeTheFirstAlertIsSuspectedFirst() {
        assertThat(shop().top().claim()).isEqualTo("checkout-service v1.2.3 was deployed 6 min before the first alert");
        assertThat(shop().top().key()).isEqualTo(V123);
    }

    @Test
    void withoutTheDeploymentTheFailingDependencyIsSuspectedFirst() {
        assertThat(shopWithoutChange().top().claim()).isEqualTo("orders-db is failing and checkout-service depends on it");
        assertThat(shopWithoutChange().keys()).doesNotContain(V123);
    }

    @Test
    void aDeploymentAfterTheFirstAlertIsNotSuspected() {
        assertThat(shopWithoutChange().deployed("checkout-service", "v1.2.3", 0.5).claims())
                .isEqualTo(shopWithoutChange().claims());
    }

    @Test
    void theLongerAgoTheDeploymentTheLessItIsSuspected() {
        double soon = shopWithoutChange().deployed("checkout-service", "v1.2.3", -6).confidenceIn(V123);
        double later = shopWithoutChange().deployed("checkout-service", "v1.2.3", -90).confidenceIn(V123);
        Facts yesterday = shopWithoutChange().deployed("checkout-service", "v1.2.3", -25 * 60);

        assertThat(later).isLessThan(soon).isPositive();
        assertThat(yesterday.keys()).doesNotContain(V123);
    }

    @Test
    void aLongAgoDeploymentRanksBehindTheFailingDependency() {
        assertThat(shopWithoutChange().deployed("checkout-service", "v1.2.3", -300).top().key()).isEqualTo("service:orders-db");
    }

    @Test
    void withoutTheEdgeTheFailingServiceIsNotSuspected() {
        Facts unrelated = new Facts().ownAlert("High error rate").alert("orders-db", "High error rate", "critical", -1);
        Facts related = new Facts().ownAlert("High error rate").alert("orders-db", "High error rate", "critical", -1)
                .calls("checkout-service", "orders-db");

        assertThat(unrelated.keys()).containsExactly("service:checkout-service");
        assertThat(related.keys()).containsExactly("service:orders-db", "service:checkout-service");
    }

    @Test
    void withoutTheAlertOfTheDependencyTheServiceItselfIsSuspectedFirst() {
        Facts silent = new Facts().ownAlert("checkout-service: connection pool exhausted").calls("checkout-service", "orders-db");

        assertThat(silent.claims()).containsExactly("checkout-service itself has run into a limit: connection pool exhausted");
        assertThat(silent.top().confidence()).isLessThanOrEqualTo(0.4);
    }

    @Test
    void aDependencyThatHurtsClearlyLaterIsLessSuspect() {
        assertThat(dependencyHurtingAt(-1)).isEqualTo(dependencyHurtingAt(0)).isEqualTo(dependencyHurtingAt(1));
        assertThat(dependencyHurtingAt(20)).isLessThan(dependencyHurtingAt(5)).isPositive();
        assertThat(dependencyHurtingAt(5)).isLessThan(dependencyHurtingAt(1));
        assertThat(dependencyHurtingAt(-600)).isLessThan(dependencyHurtingAt(-1));
    }

    private static double dependencyHurtingAt(double minute) {
        Facts facts = new Facts().alert("own", "checkout-service", "High error rate", "critical", 0, true)
                .calls("checkout-service", "orders-db").alert("orders-db", "High error rate", "critical", minute);
        var later = new Situation(facts.situation().incident(), facts.situation().alerts(), facts.situation().edges(),
                List.of(), List.of(), Facts.at(30));
        return new HypothesisEngine().examine(later, suspicion -> { }).suspicions().stream()
                .filter(suspicion -> suspicion.service().equals("orders-db")).findFirst().orElseThrow().confidence();
    }

    @Test
    void theGraverTheAlertOfTheDependencyTheMoreItIsSuspect() {
        double critical = dependency("critical").confidenceIn("service:orders-db");
        double low = dependency("low").confidenceIn("service:orders-db");

        assertThat(low).isLessThan(critical);
    }

    private static Facts dependency(String severity) {
        return new Facts().ownAlert("High error rate").calls("checkout-service", "orders-db")
                .alert("orders-db", "High error rate", severity, 0);
    }

    @Test
    void ofSeveralHurtingServicesOnOnePathTheDeepestIsSuspectedFirst() {
        Facts path = new Facts().ownAlert("High error rate").calls("checkout-service", "inventory-service")
                .calls("inventory-service", "orders-db")
                .alert("inventory-service", "High error rate", "critical", 0)
                .alert("orders-db", "Database down", "critical", 0);

        assertThat(path.claims()).startsWith("orders-db is down and checkout-service depends on it through inventory-service",
                "inventory-service is failing and checkout-service depends on it");
    }

    @Test
    void aHurtingServiceIsExplainedByAnotherThatItCallsAlsoWhenBothAreNextDoor() {
        Facts both = new Facts().ownAlert("High error rate").calls("checkout-service", "inventory-service", "orders-db")
                .alert("inventory-service", "High error rate", "critical", 0).alert("orders-db", "High error rate", "critical", 0);
        double unrelated = both.confidenceIn("service:inventory-service");
        double explained = both.calls("inventory-service", "orders-db").confidenceIn("service:inventory-service");

        assertThat(explained).isLessThan(unrelated / 2);
    }

    @Test
    void theFartherAwayTheChangeTheLessItIsSuspected() {
        double own = chain().deployed("checkout-service", "v9", -6).confidenceIn("change:checkout-servicev9");
        double next = chain().deployed("b", "v9", -6).confidenceIn("change:bv9");
        double far = chain().deployed("d", "v9", -6).confidenceIn("change:dv9");
        double farthest = chain().deployed("h", "v9", -6).confidenceIn("change:hv9");

        assertThat(own).isGreaterThan(next);
        assertThat(next).isGreaterThan(far);
        assertThat(far).isPositive();
        assertThat(farthest).isZero();
    }

    private static Facts chain() {
        return new Facts().calls("checkout-service", "b").calls("b", "c").calls("c", "d").calls("d", "e").calls("e", "f")
                .calls("f", "g").calls("g", "h");
    }

    @Test
    void aChangeOfACallerIsUnlikelyAndOfAStrangerIsNothing() {
        Facts caller = chain().calls("api-gateway", "checkout-service").deployed("api-gateway", "v9", -6);
        Facts stranger = chain().deployed("mailer", "v9", -6);

        assertThat(caller.top().claim()).isEqualTo("api-gateway v9 was deployed 6 min before the incident began, and it calls checkout-service");
        assertThat(caller.top().confidence()).isBetween(0.15, 0.4);
        assertThat(stranger.examined().suspicions()).isEmpty();
    }

    @Test
    void aChangeTakesOverWhatSpeaksAgainstItsService() {
        Facts facts = dependency("critical").deployed("orders-db", "18.6", -10);

        assertThat(facts.keys()).startsWith("change:orders-db18.6").doesNotContain("service:orders-db");
        assertThat(facts.top().claim()).isEqualTo("orders-db v18.6 was deployed 10 min before the first alert, and checkout-service depends on it");
        assertThat(facts.top().confidence()).isGreaterThan(dependency("critical").confidenceIn("service:orders-db"));
        assertThat(facts.top().evidence()).extracting(Evidence::url)
                .contains("/services/orders-db#change-orders-db18.6", "/services/checkout-service#edge-orders-db", "/alerts/orders-db High error rate");
    }

    @Test
    void aValidatedCauseOfAnEarlierIncidentIsSuspectedAgain() {
        Facts seen = new Facts().ownAlert("Pool exhausted").before(288, "payment-service held connections open", "payment-service", 10);

        assertThat(seen.top().claim()).isEqualTo("The cause of INC-288 is back: payment-service held connections open");
        assertThat(seen.top().service()).isEqualTo("payment-service");
    }

    @Test
    void anEarlierIncidentCountsMoreWithItsCauseAndMoreOften() {
        double unknown = new Facts().before(288, "", "", 10).top().confidence();
        double known = new Facts().before(288, "it", "checkout-service", 10).top().confidence();
        double twice = new Facts().before(288, "it", "checkout-service", 10).before(290, "it", "checkout-service", 5).top().confidence();
        double longAgo = new Facts().before(288, "it", "checkout-service", 300).top().confidence();

        assertThat(unknown).isLessThan(known);
        assertThat(known).isLessThan(twice).isLessThanOrEqualTo(0.4);
        assertThat(longAgo).isLessThan(known);
    }

    @Test
    void aRepeatedCauseDoesNotQuoteItselfForever() {
        Facts again = new Facts().before(290, "The cause of INC-288 is back: the pool was too small", "", 3);

        assertThat(again.top().claim()).isEqualTo("The cause of INC-290 is back: the pool was too small");
    }

    @Test
    void aSilentServiceThatHurtingServicesShareIsSuspect() {
        Facts shared = new Facts().ownAlert("High error rate").calls("checkout-service", "cache").calls("cart-service", "cache")
                .calls("search-service", "cache")
                .alert("cart-service", "High latency", "high", 0).alert("search-service", "High latency", "high", 0);

        assertThat(shared.top().claim()).isEqualTo("cache is what checkout-service, cart-service and search-service depend on, and all of them are hurting");
        assertThat(shared.top().confidence()).isBetween(0.3, 0.5);
    }

    @Test
    void aHurtingServiceAndItsCallerAreOneWitnessAgainstWhatBothUse() {
        Facts chain = new Facts().ownAlert("High error rate").calls("api-gateway", "checkout-service", "cache")
                .calls("checkout-service", "cache").alert("api-gateway", "High error rate", "high", 0.5);

        assertThat(chain.keys()).doesNotContain("service:cache");
    }

    @Test
    void aCallerThatHurtFirstIsUnlikelyAndOneThatHurtLaterIsNoSuspect() {
        assertThat(callerHurtingAt(-3).claims()).contains("api-gateway hurt 3 min before the first alert and calls checkout-service");
        assertThat(callerHurtingAt(-3).confidenceIn("service:api-gateway")).isBetween(0.15, 0.4);
        assertThat(callerHurtingAt(0.5).confidenceIn("service:api-gateway")).isZero();
    }

    private static Facts callerHurtingAt(double minute) {
        return new Facts().ownAlert("High error rate").calls("api-gateway", "checkout-service")
                .alert("api-gateway", "Retries above limit", "critical", minute);
    }

    @Test
    void suspicionsAreToldOneByOneTheLikeliestFirst() {
        List<Suspicion> told = new ArrayList<>();
        Findings findings = new HypothesisEngine().examine(shop().situation(), told::add);

        assertThat(told).isEqualTo(findings.suspicions()).hasSizeGreaterThan(1);
        assertThat(findings.abstained()).isEmpty();
    }

    @Test
    void withoutFactsItAbstainsAndSaysWhy() {
        Findings nothing = new Facts().examined();
        Findings nowhere = new Facts().incidentOn("").deployed("orders-db", "v1", -5).examined();

        assertThat(nothing.suspicions()).isEmpty();
        assertThat(nothing.abstained()).get().asString().contains("No alert of checkout-service fires", "no dependency of it is known");
        assertThat(nowhere.abstained()).get().asString().contains("names no service");
    }

    @Test
    void anIncidentWithoutAServiceIsWhereItsOwnAlertFires() {
        Facts facts = new Facts().incidentOn("").alert("own", "cart-service", "High error rate", "critical", 0, true);

        assertThat(facts.top().service()).isEqualTo("cart-service");
    }

    @Test
    void aFaintAlertAloneIsNoCauseOfItself() {
        Facts alone = new Facts().alert("own", "checkout-service", "Latency above limit", "low", 0, true);
        assertThat(alone.examined().suspicions()).isEmpty();
        assertThat(alone.examined().abstained()).get().asString().startsWith("The alert of checkout-service tells where it hurts, not why; no dependency of it is known");
        assertThat(alone.calls("checkout-service", "orders-db").alert("orders-db", "Connection refused, limit of retries reached", "critical", 0).claims()).first().asString()
                .startsWith("orders-db is down");
    }
}
