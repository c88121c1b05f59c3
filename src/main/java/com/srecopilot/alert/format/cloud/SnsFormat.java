package com.srecopilot.alert.format.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import com.srecopilot.alert.format.AlertDraft;
import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.CleanText;
import com.srecopilot.alert.format.EventTime;
import com.srecopilot.alert.format.GenericFormat;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.StatusWords;

/** Amazon's SNS: CloudWatch alarms, EventBridge events and any other message. Confirmations hold no alert. */
@Component
class SnsFormat implements AlertFormat {

    @Override
    public String name() {
        return "sns";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        JsonField root = payload.json().object();
        if (root.at("Type").text().endsWith("Confirmation")) {
            return List.of();
        }
        if (!root.at("Message").present() || !root.at("Type").present()) {
            return List.of(said(payload, root, root));
        }
        return List.of(Payload.inside(root.at("Message")).map(message -> said(payload, root, message))
                .orElseGet(() -> text(payload, root)));
    }

    private static IncomingAlert said(Payload payload, JsonField root, JsonField message) {
        if (message.at("AlarmName").present()) {
            return alarm(payload, message);
        }
        if (message.walk("detail.alarmName").present()) {
            return event(payload, message);
        }
        return GenericFormat.guessed(payload, message);
    }

    private static IncomingAlert alarm(Payload payload, JsonField alarm) {
        String name = alarm.first("AlarmName");
        String state = alarm.first("NewStateValue");
        if (name.isEmpty() || state.isEmpty()) {
            throw alarm.at(name.isEmpty() ? "AlarmName" : "NewStateValue").wrong("is missing");
        }
        Map<String, String> labels = alarm.scalars();
        Map<String, String> dimensions = dimensions(alarm.walk("Trigger.Dimensions"));
        labels.keySet().removeAll(Set.of("AlarmDescription", "NewStateReason"));
        labels.putAll(dimensions);
        AlertDraft draft = new AlertDraft(payload).title(name)
                .description(alarm.first("AlarmDescription") + "\n" + alarm.first("NewStateReason"))
                .severity(alarm.first("Severity", "Priority"))
                .service(alarm.first("Application", "Service"), dimensions.get("ServiceName"), dimensions.get("FunctionName"),
                        dimensions.get("DBInstanceIdentifier"), dimensions.get("LoadBalancer"), dimensions.get("QueueName"))
                .labels(labels)
                .dedupKey(alarm.at("AlarmArn").present() ? alarm.first("AlarmArn") : alarm.first("AWSAccountId") + " " + alarm.first("Region") + " " + name)
                .url(console(alarm.first("AlarmArn"), name));
        return state(draft, state, alarm.first("StateChangeTime")).alert();
    }

    private static IncomingAlert event(Payload payload, JsonField event) {
        String arn = event.at("resources").firstItem();
        String name = event.first("detail.alarmName");
        AlertDraft draft = new AlertDraft(payload).title(name).description(event.first("detail.state.reason"))
                .severity(event.first("detail.severity"))
                .labels(event.scalars()).dedupKey(arn.isEmpty() ? event.first("account") + " " + event.first("region") + " " + name : arn)
                .url(console(arn, name));
        return state(draft, event.first("detail.state.value"), event.first("detail.state.timestamp", "time")).alert();
    }

    /** "ALARM", "OK", or "INSUFFICIENT_DATA": what can't be measured is not known to be well. */
    private static AlertDraft state(AlertDraft draft, String state, String since) {
        boolean over = state.equals("OK");
        return draft.resolved(over).startsAt(over ? null : EventTime.loosely(since)).endsAt(over ? EventTime.loosely(since) : null);
    }

    private static IncomingAlert text(Payload payload, JsonField root) {
        String text = root.first("Message");
        String title = root.first("Subject", "Message");
        if (CleanText.line(title).isEmpty()) {
            throw root.at("Message").wrong("is empty");
        }
        return new AlertDraft(payload).title(title).description(text).severity("")
                .resolved(StatusWords.over(title).orElse(false))
                .dedupKey(root.first("TopicArn") + " " + title).startsAt(EventTime.loosely(root.first("Timestamp"))).alert();
    }

    private static Map<String, String> dimensions(JsonField list) {
        var dimensions = new LinkedHashMap<String, String>();
        if (list.present()) {
            list.items().forEach(each -> dimensions.put(each.object().first("name", "Name"), each.first("value", "Value")));
        }
        dimensions.remove("");
        return dimensions;
    }

    private static String console(String arn, String name) {
        String[] parts = arn.split(":");
        return parts.length < 4 || !parts[3].matches("[a-z0-9-]+") ? "" : "https://console.aws.amazon.com/cloudwatch/home?region=" + parts[3]
                + "#alarmsV2:alarm/" + name.replaceAll("[^A-Za-z0-9._~-]", "-");
    }
}
