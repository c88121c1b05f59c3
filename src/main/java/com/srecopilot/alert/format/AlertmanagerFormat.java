package com.srecopilot.alert.format;

import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Alertmanager's webhook, version 4. Its group is never a reason to join alerts: only each alert's own fields count. */
@Component
@Order(1)
class AlertmanagerFormat implements AlertFormat {

    @Override
    public String name() {
        return "alertmanager";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        JsonField root = payload.json().object();
        JsonField groupStatus = root.at("status");
        return root.at("alerts").items().stream().map(alert -> read(payload, alert.object(), groupStatus)).toList();
    }

    private static IncomingAlert read(Payload payload, JsonField alert, JsonField groupStatus) {
        Map<String, String> labels = alert.at("labels").texts();
        String fingerprint = alert.at("fingerprint").text();
        AlertDraft draft = PrometheusLabels.describe(new AlertDraft(payload), labels, alert.at("annotations").texts());
        if (alert.at("status").present() ? resolved(alert.at("status")) : resolved(groupStatus)) {
            draft.resolved(true).endsAt(EventTime.of(alert.at("endsAt")));
        }
        return draft.dedupKey(fingerprint.isBlank() ? PrometheusLabels.key(labels) : fingerprint)
                .fingerprint(fingerprint)
                .startsAt(EventTime.of(alert.at("startsAt")))
                .url(alert.at("generatorURL").text())
                .alert();
    }

    static boolean resolved(JsonField status) {
        return switch (status.text()) {
            case "resolved" -> true;
            case "firing" -> false;
            default -> throw status.wrong("must be \"firing\" or \"resolved\"");
        };
    }
}
