package com.srecopilot.alert.format;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What Prometheus posts to an Alertmanager ({@code /api/v2/alerts}): the label set is the identity, and an end in the
 * future only says until when the sender vouches for the alert.
 */
@Component
@Order(3)
class AlertmanagerApiFormat implements AlertFormat {

    static final String NAME = "alertmanager-api";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        return payload.json().items().stream().map(alert -> read(payload, alert.object())).toList();
    }

    private static IncomingAlert read(Payload payload, JsonField alert) {
        Map<String, String> labels = alert.at("labels").object().texts();
        if (labels.isEmpty()) {
            throw alert.at("labels").wrong("must name at least one label");
        }
        Instant endsAt = EventTime.of(alert.at("endsAt"));
        boolean over = endsAt != null && !EventTime.unknown(endsAt) && !endsAt.isAfter(payload.receivedAt());
        AlertDraft draft = PrometheusLabels.describe(new AlertDraft(payload), labels, alert.at("annotations").texts());
        return draft.dedupKey(PrometheusLabels.key(labels))
                .resolved(over).endsAt(over ? endsAt : null)
                .startsAt(EventTime.of(alert.at("startsAt")))
                .url(alert.at("generatorURL").text())
                .alert();
    }
}
