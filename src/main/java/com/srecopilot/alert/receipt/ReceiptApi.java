package com.srecopilot.alert.receipt;

import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.identity.NotFound;
import com.srecopilot.tenancy.Needs;

/** What became of a delivery, for its sender. */
@RestController
@Needs("alerts:read")
class ReceiptApi {

    private final Receipts receipts;

    ReceiptApi(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/api/v1/receipts/{id}")
    ReceiptView show(@PathVariable UUID id) {
        return receipts.find(id).orElseThrow(() -> new NotFound("Receipt " + id));
    }
}
