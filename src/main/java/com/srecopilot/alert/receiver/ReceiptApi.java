package com.srecopilot.alert.receiver;

import java.util.Optional;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.alert.Intake;
import com.srecopilot.alert.receipt.ReceiptView;
import com.srecopilot.alert.receipt.Receipts;
import com.srecopilot.identity.NotFound;
import com.srecopilot.tenancy.Needs;

/** What became of a delivery, for its sender: complete, also when it came in a rush that is not yet unfolded. */
@RestController
@Needs("alerts:read")
class ReceiptApi {

    private final Receipts receipts;
    private final Intake intake;

    ReceiptApi(Receipts receipts, Intake intake) {
        this.receipts = receipts;
        this.intake = intake;
    }

    @GetMapping("/api/v1/receipts/{id}")
    ReceiptView show(@PathVariable UUID id) {
        return receipts.find(id).or(() -> late(id)).orElseThrow(() -> new NotFound("Receipt " + id));
    }

    private Optional<ReceiptView> late(UUID id) {
        intake.catchUp();
        return receipts.find(id);
    }
}
