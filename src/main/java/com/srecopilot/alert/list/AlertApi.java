package com.srecopilot.alert.list;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.alert.AlertJson;
import com.srecopilot.alert.Intake;
import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.Slice;
import com.srecopilot.tenancy.Needs;

/** Alerts for programs. */
@RestController
@RequestMapping("/api/v1/alerts")
@Needs("alerts:read")
class AlertApi {

    private final AlertList alerts;
    private final Intake intake;
    private final Clock clock;

    AlertApi(AlertList alerts, Intake intake, Clock clock) {
        this.alerts = alerts;
        this.intake = intake;
        this.clock = clock;
    }

    @GetMapping
    Slice<AlertJson> list(@RequestParam(required = false) List<String> status, @RequestParam(required = false) List<String> severity,
            @RequestParam(required = false) List<String> service, @RequestParam(required = false) List<String> source,
            @RequestParam(required = false) List<String> label, @RequestParam(required = false) String q, @RequestParam(required = false) String since,
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        intake.catchUpSoon();
        AlertFilter filter = new AlertFilter.Asked(status, severity, service, source, label, q, since).filter(clock);
        return alerts.page(filter, Slice.limit(limit), Cursor.parse(cursor).orElse(null)).map(AlertJson::of);
    }

    @GetMapping("/{id}")
    AlertJson show(@PathVariable UUID id) {
        return AlertJson.of(alerts.get(id));
    }
}
