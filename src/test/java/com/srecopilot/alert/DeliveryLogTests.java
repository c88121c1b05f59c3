package com.srecopilot.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.receipt.ReceiptView;
import com.srecopilot.alert.receipt.Receipts;
import com.srecopilot.identity.IngestKey;
import com.srecopilot.stories.Processes;
import com.srecopilot.tenancy.Actor;

/** What was answered in a rush is unfolded soon, by this node or another, and nothing holds up the rest. */
class DeliveryLogTests extends Monitored {


    @Autowired
    private AlertWriter writer;
    @Autowired
    private Unfolding unfolding;
    @Autowired
    private DeliveryLog log;
    @Autowired
    private Receipts receipts;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aReceiptIsCompleteAlsoInARush() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 200)
                .mapToObj(i -> sender.postSoon("alertmanager", Sender.firing("r" + i, "2026-03-05T10:00:00Z"))).toList();
        answers.forEach(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(202);
            assertThat(receipt(answer.join()).get("alerts").get(0).get("decisions").size()).isGreaterThanOrEqualTo(3);
        });
    }

    @Test
    void whatAKilledNodeHasLoggedIsUnfoldedByAnother() {
        IngestKey source = source();
        UUID receipt = logged(source, "left behind", "high");
        unfolding.lookForWhatIsLeft();
        Processes.await("it is an alert", () -> alerts().size() == 1);
        assertThat(alerts().get(0).get("title").stringValue()).isEqualTo("left behind");
        assertThat(view(receipt).alerts()).singleElement().satisfies(alert -> assertThat(alert.get("outcome")).isEqualTo("opened"));
        assertThat(waiting(source)).isEmpty();
    }

    @Test
    void labelsAreFoundOfWhatWaitedLong() {
        sender.post("generic", "{\"title\":\"fresh\",\"service\":\"shop\",\"labels\":{\"team\":\"a\"}}");
        logged(List.of(delivery(source(), "late", "high", Instant.now().minusSeconds(300))));
        unfolding.lookForWhatIsLeft();
        Processes.await("both are found by their label", () -> api("/api/v1/alerts?label=team:a").get("total").intValue() == 2);
    }

    @Test
    void whatCannotBecomeAnAlertIsRefusedWithTheReasonAndHoldsUpNothing() {
        IngestKey source = source();
        UUID odd = logged(source, "odd", "no severity of ours");
        logged(source, "behind it", "high");
        unfolding.lookForWhatIsLeft();
        Processes.await("the one behind it is there", () -> alerts().stream().anyMatch(alert -> alert.get("title").stringValue().equals("behind it")));
        assertThat(view(odd).status()).isEqualTo("rejected");
        assertThat(view(odd).reason()).startsWith("It can't be stored as alerts: ").contains("severity");
        assertThat(waiting(source)).isEmpty();
    }

    @Test
    void aPackIsTakenApartForTheOddOneInIt() {
        IngestKey source = source();
        List<Delivery> pack = List.of(delivery(source, "first", "high", Instant.now()), delivery(source, "odd", "no severity of ours", Instant.now()),
                delivery(source, "last", "high", Instant.now()), unreadable(source));
        logged(pack);
        logged(source, "behind the pack", "high");
        unfolding.lookForWhatIsLeft();
        Processes.await("all but the odd one are there", () -> alerts().size() == 3);
        assertThat(pack.stream().map(delivery -> view(delivery.receipt()).status())).containsExactly("accepted", "rejected", "accepted", "rejected");
        assertThat(view(pack.get(3).receipt()).reason()).isEqualTo("The body is empty");
        assertThat(waiting(source)).isEmpty();
    }

    private IngestKey source() {
        return organisation.as(() -> new IngestKey(Actor.current().tenant(), keys.all().get(0).id(), "prometheus"));
    }

    private UUID logged(IngestKey source, String title, String severity) {
        Delivery delivery = delivery(source, title, severity, Instant.now());
        logged(List.of(delivery));
        return delivery.receipt();
    }

    private void logged(List<Delivery> deliveries) {
        organisation.as(() -> {
            writer.log(deliveries, () -> { });
            return null;
        });
    }

    private static Delivery unreadable(IngestKey source) {
        return new Delivery(Intake.unstored(), source, "generic", Instant.now(), List.of(), "The body is empty", "");
    }

    private static Delivery delivery(IngestKey source, String title, String severity, Instant receivedAt) {
        var alert = new IncomingAlert(title, "", title, "", severity, false, "shop", Map.of("team", "a"), null, null, "", List.of());
        return new Delivery(Intake.unstored(), source, "generic", receivedAt, List.of(alert), null, "{}");
    }

    private List<DeliveryLog.Pack> waiting(IngestKey source) {
        return organisation.as(() -> transaction.execute(status -> log.next(source, 10, 10)));
    }

    private ReceiptView view(UUID receipt) {
        return organisation.as(() -> receipts.find(receipt)).orElseThrow();
    }
}
