package com.srecopilot.incident.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.alert.AlertJson;
import com.srecopilot.alert.Alerts;
import com.srecopilot.identity.Slice;
import com.srecopilot.incident.IncidentNumber;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Needs;

/** An incident's alerts for programs. */
@RestController
class IncidentAlertsApi {

    private final Incidents incidents;
    private final Alerts alerts;

    IncidentAlertsApi(Incidents incidents, Alerts alerts) {
        this.incidents = incidents;
        this.alerts = alerts;
    }

    @GetMapping("/api/v1/incidents/{number}/alerts")
    @Needs("alerts:read")
    Slice<AlertJson> list(@PathVariable IncidentNumber number, @RequestParam(required = false) String cursor,
            @RequestParam(required = false) Integer limit) {
        String reference = incidents.get(number.value()).reference();
        return alerts.ofIncident(reference, cursor, Slice.limit(limit)).map(AlertJson::of);
    }
}
