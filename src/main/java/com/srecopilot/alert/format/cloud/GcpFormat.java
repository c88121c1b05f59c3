package com.srecopilot.alert.format.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import com.srecopilot.alert.format.AlertDraft;
import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.EventTime;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.StatusWords;

/** Google Cloud Monitoring's webhook. */
@Component
class GcpFormat implements AlertFormat {

    @Override
    public String name() {
        return "gcp";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        JsonField incident = payload.json().object().at("incident").object();
        String title = incident.first("summary", "condition_name", "documentation.subject", "policy_name");
        if (title.isBlank()) {
            throw incident.at("summary").wrong("is missing, and so are condition_name and policy_name");
        }
        boolean over = StatusWords.over(incident.first("state")).orElse(false);
        return List.of(new AlertDraft(payload).title(title)
                .description(incident.first("documentation.content", "summary"))
                .link("Policy", incident.first("policy_name")).link("Condition", incident.first("condition_name"))
                .severity(severity(incident))
                .service(incident.first("policy_user_labels.service", "metadata.user_labels.service", "resource.labels.service_name",
                        "resource.labels.module_id", "resource_display_name", "resource_name"))
                .labels(labels(incident)).dedupKey(incident.first("incident_id"))
                .resolved(over).startsAt(EventTime.loosely(incident.first("started_at")))
                .endsAt(over ? EventTime.loosely(incident.first("ended_at")) : null)
                .url(incident.first("url")).alert());
    }

    private static String severity(JsonField incident) {
        return incident.first("severity", "policy_user_labels.severity", "metadata.user_labels.severity", "metadata.system_labels.severity");
    }

    private static Map<String, String> labels(JsonField incident) {
        var labels = new LinkedHashMap<String, String>();
        for (String name : List.of("resource.labels", "metric.labels", "metadata.user_labels", "policy_user_labels")) {
            labels.putAll(incident.walk(name).scalars());
        }
        for (String name : List.of("scoping_project_id", "condition_name", "policy_name", "resource_type_display_name")) {
            labels.put(name, incident.first(name));
        }
        labels.values().removeIf(String::isBlank);
        return labels;
    }
}
