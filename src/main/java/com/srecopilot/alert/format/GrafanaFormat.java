package com.srecopilot.alert.format;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/** Grafana's alerting webhook, and that of its legacy alerts ({@code ruleName, state, evalMatches}). */
@Component
class GrafanaFormat implements AlertFormat {

    @Override
    public String name() {
        return "grafana";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        JsonField root = payload.json().object();
        if (!root.at("alerts").present() && (root.at("ruleName").present() || root.at("evalMatches").present())) {
            return List.of(legacy(payload, root));
        }
        return root.at("alerts").items().stream().map(alert -> read(payload, alert.object(), root)).toList();
    }

    private static IncomingAlert read(Payload payload, JsonField alert, JsonField root) {
        Map<String, String> labels = alert.at("labels").texts();
        Map<String, String> said = alert.at("annotations").texts();
        String fingerprint = alert.at("fingerprint").text();
        boolean over = AlertmanagerFormat.resolved(alert.at("status").present() ? alert.at("status") : root.at("status"));
        return PrometheusLabels.describe(new AlertDraft(payload), labels, said)
                .title(labels.get("alertname"), said.get("summary"), root.at("title").text(), "Alert without a name")
                .link("Values", alert.first("valueString"))
                .link("Panel", alert.first("panelURL")).link("Dashboard", alert.first("dashboardURL"))
                .link("Silence", alert.first("silenceURL")).link("Picture", alert.first("imageURL"))
                .link("Runbook", said.getOrDefault("runbook_url", ""))
                .dedupKey(fingerprint.isBlank() ? PrometheusLabels.key(labels) : fingerprint).fingerprint(fingerprint)
                .resolved(over).endsAt(over ? EventTime.of(alert.at("endsAt")) : null)
                .startsAt(EventTime.of(alert.at("startsAt")))
                .url(alert.first("generatorURL", "panelURL", "dashboardURL"))
                .alert();
    }

    private static IncomingAlert legacy(Payload payload, JsonField root) {
        Map<String, String> tags = root.at("tags").present() && root.at("tags").node().isObject() ? root.at("tags").scalars() : Map.of();
        String title = root.first("ruleName", "title", "message");
        if (title.isEmpty()) {
            throw root.at("ruleName").wrong("is missing");
        }
        String rule = root.first("ruleId", "ruleName");
        return new AlertDraft(payload).title(title)
                .description(root.first("message", "title"))
                .severity(tags.get("severity"), tags.get("priority"), root.first("severity"))
                .service(PrometheusLabels.services(tags)).labels(tags)
                .dedupKey("rule " + root.first("orgId") + "/" + root.first("dashboardId") + "/" + rule)
                .resolved(StatusWords.over(root.first("state")).orElse(false))
                .link("Picture", root.first("imageUrl"))
                .url(root.first("ruleUrl")).alert();
    }
}
