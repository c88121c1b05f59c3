package com.srecopilot.alert.format.cloud;

import java.util.List;

import org.springframework.stereotype.Component;

import com.srecopilot.alert.format.AlertDraft;
import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.EventTime;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.StatusWords;

/** Azure Monitor: the common schema, and the older metric, log and activity-log alerts. */
@Component
class AzureFormat implements AlertFormat {

    @Override
    public String name() {
        return "azure";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        JsonField root = payload.json().object();
        JsonField data = root.at("data").present() ? root.at("data").object() : root;
        if (data.at("essentials").present()) {
            return List.of(common(payload, data.at("essentials").object(), data));
        }
        if (data.walk("context.activityLog").present()) {
            return List.of(activity(payload, data.walk("context.activityLog").object(), data));
        }
        if (data.at("context").present()) {
            return List.of(classic(payload, data.at("context").object(), data));
        }
        if (!data.at("AlertRuleName").present()) {
            throw root.at("data").wrong("has neither essentials nor a context: it is no alert of Azure Monitor");
        }
        return List.of(log(payload, data));
    }

    private static IncomingAlert common(Payload payload, JsonField alert, JsonField data) {
        boolean over = over(alert.first("monitorCondition"));
        String target = alert.at("alertTargetIDs").firstItem();
        return named(payload, alert, "alertRule")
                .description(alert.first("description"))
                .severity(alert.first("severity"))
                .service(alert.at("configurationItems").firstItem(), last(target))
                .labels(alert.scalars())
                .dedupKey(alert.first("originAlertId", "alertId")).fingerprint(alert.first("alertId"))
                .resolved(over).startsAt(EventTime.loosely(alert.first("firedDateTime")))
                .endsAt(over ? EventTime.loosely(alert.first("resolvedDateTime")) : null)
                .url(alert.at("investigationLink").present() ? alert.first("investigationLink") : portal(alert.first("alertId"))).alert();
    }

    private static IncomingAlert classic(Payload payload, JsonField context, JsonField data) {
        boolean over = over(data.first("status"));
        var at = EventTime.loosely(context.first("timestamp"));
        return named(payload, context, "name")
                .description(context.first("description"))
                .severity(severity(context.first("severity")))
                .service(context.first("resourceName"), last(context.first("resourceId")))
                .labels(context.scalars()).dedupKey(context.first("id", "name"))
                .resolved(over).startsAt(over ? null : at).endsAt(over ? at : null)
                .url(context.first("portalLink")).alert();
    }

    private static IncomingAlert activity(Payload payload, JsonField log, JsonField data) {
        boolean over = StatusWords.over(data.first("status")).orElse(false) || over(log.first("status", "properties.currentHealthStatus"));
        var at = EventTime.loosely(log.first("eventTimestamp"));
        return new AlertDraft(payload)
                .title(log.first("properties.title", "description", "operationName"), "Activity log alert")
                .description(log.first("description", "properties.communication", "operationName"))
                .severity(log.first("level"))
                .service(last(log.first("resourceId")), log.first("resourceGroupName"))
                .labels(log.scalars()).dedupKey(log.first("resourceId") + " " + log.first("operationName", "correlationId"))
                .resolved(over).startsAt(over ? null : at).endsAt(over ? at : null).alert();
    }

    private static IncomingAlert log(Payload payload, JsonField data) {
        return named(payload, data, "AlertRuleName").description(data.first("Description"))
                .severity(severity(data.first("Severity"))).labels(data.scalars())
                .service(data.at("AffectedConfigurationItems").firstItem())
                .dedupKey(data.first("AlertRuleName") + " " + data.first("WorkspaceId", "ApplicationId"))
                .startsAt(EventTime.loosely(data.first("SearchIntervalStartTimeUtc"))).url(data.first("LinkToSearchResults")).alert();
    }

    private static AlertDraft named(Payload payload, JsonField alert, String field) {
        if (alert.first(field).isEmpty()) {
            throw alert.at(field).wrong("is missing");
        }
        return new AlertDraft(payload).title(alert.first(field));
    }

    private static boolean over(String condition) {
        return StatusWords.over(condition.equals("Deactivated") ? "resolved" : condition).orElse(false);
    }

    /** The older ones send the bare number of a Sev. */
    private static String severity(String theirs) {
        return theirs.matches("[0-4]") ? "Sev" + theirs : theirs;
    }

    private static String last(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    private static String portal(String alertId) {
        return alertId.matches("/subscriptions/[A-Za-z0-9/._-]+")
                ? "https://portal.azure.com/#view/Microsoft_Azure_Monitoring_Alerts/AlertDetails.ReactView/alertId/" + alertId.replace("/", "%2F") : "";
    }
}
