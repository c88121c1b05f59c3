package com.srecopilot.alert.list;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.srecopilot.alert.AlertView;
import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.Slice;
import com.srecopilot.tenancy.Needs;

@RestController
@RequestMapping("/api/v1/alerts")
@Needs("alerts:read")
class AlertApi {

    private final AlertList alerts;
    private final Clock clock;

    AlertApi(AlertList alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /** An alert as programs read it; the rooms above show alerts in the same words. */
    record Json(UUID id, String fingerprint, @JsonProperty("dedup_key") String dedupKey, String title, String description,
            String severity, String status, String service, String source, Map<String, String> labels,
            @JsonProperty("starts_at") Instant startsAt, @JsonProperty("ends_at") Instant endsAt,
            @JsonProperty("last_seen_at") Instant lastSeenAt, long count, String incident, String reason, String url) {

        static Json of(AlertView alert) {
            return new Json(alert.id(), alert.fingerprint(), alert.dedupKey(), alert.title(), alert.description(), alert.severity(),
                    alert.status(), alert.service(), alert.sourceName(), alert.labels(), alert.startsAt(), alert.endsAt(),
                    alert.lastSeenAt(), alert.count(), alert.incident(), alert.reason(), alert.url());
        }
    }

    @GetMapping
    Slice<Json> list(@RequestParam(required = false) List<String> status, @RequestParam(required = false) List<String> severity,
            @RequestParam(required = false) List<String> service, @RequestParam(required = false) List<String> source,
            @RequestParam(required = false) String q, @RequestParam(required = false) String since,
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        AlertFilter filter = new AlertFilter.Asked(status, severity, service, source, q, since).filter(clock);
        return alerts.page(filter, Slice.limit(limit), Cursor.parse(cursor).orElse(null)).map(Json::of);
    }

    @GetMapping("/{id}")
    Json show(@PathVariable UUID id) {
        return Json.of(alerts.get(id));
    }
}
