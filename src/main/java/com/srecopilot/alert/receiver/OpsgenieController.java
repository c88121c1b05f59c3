package com.srecopilot.alert.receiver;

import java.io.IOException;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.tenancy.Anyone;

/** Takes what is meant for Opsgenie's alert API v2, and Jira Service Management's, with the ingest key as its API key. */
@RestController
@RequestMapping({"/v2/alerts", "/opsgenie/v2/alerts", "/api/opsgenie/v2/alerts", "/opsgenie", "/jsm/ops/integration/v2/alerts"})
@Anyone
class OpsgenieController {

    private final OpsgenieAlerts alerts;
    private final Reception reception;

    OpsgenieController(OpsgenieAlerts alerts, Reception reception) {
        this.alerts = alerts;
        this.reception = reception;
    }

    @PostMapping
    ResponseEntity<Object> create(HttpServletRequest request) throws IOException {
        return reception.guarded(() -> alerts.create(request), OpsgenieAlerts::refusal);
    }

    @PostMapping("/{id}/{verb:close|acknowledge|notes}")
    ResponseEntity<Object> act(@PathVariable String id, @PathVariable String verb, @RequestParam(defaultValue = "id") String identifierType,
            HttpServletRequest request) throws IOException {
        return reception.guarded(() -> alerts.act(id, identifierType, verb, request), OpsgenieAlerts::refusal);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Object> delete(@PathVariable String id, @RequestParam(defaultValue = "id") String identifierType, HttpServletRequest request)
            throws IOException {
        return reception.guarded(() -> alerts.act(id, identifierType, "close", request), OpsgenieAlerts::refusal);
    }

    @PutMapping("/{id}/{field:message|description}")
    ResponseEntity<Object> reword(@PathVariable String id, @PathVariable String field, @RequestParam(defaultValue = "id") String identifierType,
            HttpServletRequest request) throws IOException {
        return reception.guarded(() -> alerts.reword(id, identifierType, field, request), OpsgenieAlerts::refusal);
    }

    @GetMapping("/requests/{id}")
    ResponseEntity<Object> request(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        return reception.guarded(() -> alerts.request(id, request), OpsgenieAlerts::refusal);
    }
}
