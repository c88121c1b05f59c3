package com.srecopilot.alert.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** Each format field by field, from bodies as the senders' documentation shows them. */
class SenderFormatsTests {

    /** What is read: key | title | severity | firing or resolved | service | start | link; "-" for nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        azure|{"schemaId":"azureMonitorCommonAlertSchema","data":{"essentials":{"alertId":"/subscriptions/1/a/b","alertRule":"CPU","severity":"Sev1","monitorCondition":"Fired","originAlertId":"o1","alertTargetIDs":["/subscriptions/1/vm/web-1"],"firedDateTime":"2026-03-05T10:00:00.123Z"}}}|o1|CPU|high|firing|web-1|2026-03-05T10:00:00.123Z|https://portal.azure.com/#view/Microsoft_Azure_Monitoring_Alerts/AlertDetails.ReactView/alertId/%2Fsubscriptions%2F1%2Fa%2Fb
        azure|{"schemaId":"azureMonitorCommonAlertSchema","data":{"essentials":{"alertRule":"CPU","severity":"Sev4","monitorCondition":"Resolved","originAlertId":"o1","configurationItems":["web"],"firedDateTime":"2026-03-05T10:00:00Z","resolvedDateTime":"2026-03-05T10:10:00Z"}}}|o1|CPU|low|resolved|web|2026-03-05T10:00:00Z|-
        azure|{"status":"Activated","context":{"id":"c1","name":"Requests","severity":"2","timestamp":"2026-03-05T10:00:00Z","resourceName":"shop","portalLink":"https://portal.azure.com/x"}}|c1|Requests|medium|firing|shop|2026-03-05T10:00:00Z|https://portal.azure.com/x
        azure|{"schemaId":"Microsoft.Insights/activityLogs","data":{"status":"Activated","context":{"activityLog":{"level":"Error","operationName":"vm/deallocate","resourceId":"/s/1/vm/db","eventTimestamp":"2026-03-05T10:00:00Z"}}}}|/s/1/vm/db vm/deallocate|vm/deallocate|high|firing|db|2026-03-05T10:00:00Z|-
        datadog|{"alert_id":"7","alert_title":"Slow","alert_transition":"Re-Triggered","alert_priority":"P1","alert_cycle_key":"$ALERT_CYCLE_KEY","alert_scope":"host:a","tags":"service:web,x","date":"1772704800000","link":"https://dd.example/7"}|monitor 7 host:a|Slow|critical|firing|web|2026-03-05T10:00:00Z|https://dd.example/7
        datadog|{"ALERT_ID":"7","ALERT_TITLE":"Slow","ALERT_TRANSITION":"Recovered","ALERT_CYCLE_KEY":"c9","ALERT_TYPE":"success"}|c9|Slow|low|resolved|-|-|-
        sentry|{"action":"triggered","data":{"event":{"title":"Boom","level":"fatal","issue_id":"11","web_url":"https://s.example/11","datetime":"2026-03-05T10:00:00Z","project":4,"tags":[["service","web"]]}}}|issue 11|Boom|critical|firing|web|2026-03-05T10:00:00Z|https://s.example/11
        sentry|{"action":"warning","data":{"metric_alert":{"id":"3","title":"Rate","date_started":"2026-03-05T10:00:00Z","projects":["web"]},"description_title":"Warning: Rate","web_url":"https://s.example/3"}}|metric 3|Warning: Rate|medium|firing|web|2026-03-05T10:00:00Z|https://s.example/3
        sentry|{"action":"resolved","data":{"issue":{"id":"11","title":"Boom","level":"error","project":{"slug":"web"}}}}|issue 11|Boom|high|resolved|web|-|-
        newrelic|{"id":"i1","issueUrl":"https://nr.example/i1","title":"Apdex","priority":"CRITICAL","impactedEntities":["web"],"state":"ACTIVATED","createdAt":1772704800000}|i1|Apdex|critical|firing|web|2026-03-05T10:00:00Z|https://nr.example/i1
        newrelic|{"incident_id":9,"current_state":"closed","condition_name":"CPU","severity":"WARNING","incident_url":"https://nr.example/9","targets":[{"name":"web"}],"timestamp":1772704800000}|9|CPU|medium|resolved|web|-|https://nr.example/9
        zabbix|{"EVENT_ID":"5","EVENT_NAME":"Disk","EVENT_SEVERITY":"Disaster","EVENT_VALUE":"1","HOST_NAME":"db-1","EVENT_DATE":"2026.03.05","EVENT_TIME":"10:00:00","URL":"https://z.example/5"}|5|Disk|critical|firing|db-1|2026-03-05T10:00:00Z|https://z.example/5
        zabbix|{"event_id":"5","subject":"Resolved: Disk","event_nseverity":"2","event_value":"0","event_tags":"service:db, a:b"}|5|Resolved: Disk|medium|resolved|db|-|-
        uptime-kuma|{"heartbeat":{"monitorID":4,"status":0,"time":"2026-03-05 10:00:00.000","msg":"timeout"},"monitor":{"id":4,"name":"Shop","url":"https://shop.example"},"msg":"[Shop] down"}|monitor 4|Shop is down|critical|firing|Shop|2026-03-05T10:00:00Z|https://shop.example
        uptime-kuma|{"heartbeat":{"monitorID":4,"status":1,"time":"2026-03-05 10:05:00.000"},"monitor":{"id":4,"name":"Shop"}}|monitor 4|Shop is up|critical|resolved|Shop|-|-
        icinga|{"NOTIFICATIONTYPE":"PROBLEM","HOSTNAME":"db-1","SERVICEDESC":"disk","SERVICESTATE":"WARNING","SERVICEOUTPUT":"90 %","TIMET":"1772704800"}|db-1!disk|disk on db-1 is WARNING|medium|firing|db-1|2026-03-05T10:00:00Z|-
        icinga|{"notification":{"type":"RECOVERY"},"host":{"name":"db-1","state":"UP"}}|db-1|db-1 is UP|low|resolved|db-1|-|-
        gcp|{"version":"1.2","incident":{"incident_id":"g1","state":"closed","summary":"Slow","severity":"Error","started_at":1772704800,"ended_at":1772704900,"url":"https://gcp.example/g1","resource":{"labels":{"service_name":"web"}}}}|g1|Slow|high|resolved|web|2026-03-05T10:00:00Z|https://gcp.example/g1
        sns|{"Type":"Notification","Message":"{\\"AlarmName\\":\\"A b\\",\\"AlarmArn\\":\\"arn:aws:cloudwatch:eu-west-1:1:alarm:A b\\",\\"NewStateValue\\":\\"ALARM\\",\\"StateChangeTime\\":\\"2026-03-05T10:00:00.000+0000\\",\\"Trigger\\":{\\"Dimensions\\":[{\\"name\\":\\"FunctionName\\",\\"value\\":\\"web\\"}]}}"}|arn:aws:cloudwatch:eu-west-1:1:alarm:A b|A b|low|firing|web|2026-03-05T10:00:00Z|https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/A-b
        sns|{"Type":"Notification","TopicArn":"t","Subject":"Backup failed","Message":"no space","Timestamp":"2026-03-05T10:00:00Z"}|t Backup failed|Backup failed|low|firing|-|2026-03-05T10:00:00Z|-
        grafana|{"ruleId":3,"ruleName":"CPU","state":"alerting","orgId":1,"dashboardId":2,"evalMatches":[],"message":"high","ruleUrl":"https://g.example/d/1","tags":{"severity":"page","service":"web"}}|rule 1/2/3|CPU|critical|firing|web|-|https://g.example/d/1
        cloudevents|{"specversion":"1.0","id":"1","source":"/s","type":"com.x.alert.resolved","subject":"disk","time":"2026-03-05T10:00:00Z","data":{"summary":"Disk","severity":"major"}}|/s disk|Disk|high|resolved|-|-|-
        pagerduty|{"routing_key":"r","event_action":"trigger","dedup_key":"k","payload":{"summary":"Slow","source":"web-1","severity":"error","component":"web","timestamp":"2026-03-05T10:00:00Z"},"links":[{"href":"https://x.example"}]}|k|Slow|high|firing|web|2026-03-05T10:00:00Z|https://x.example
        pagerduty|{"event":{"event_type":"incident.resolved","occurred_at":"2026-03-05T10:09:00Z","data":{"id":"P1","title":"Slow","urgency":"high","html_url":"https://pd.example/P1","service":{"summary":"web"},"created_at":"2026-03-05T10:00:00Z"}}}|incident P1|Slow|high|resolved|web|2026-03-05T10:00:00Z|https://pd.example/P1
        pagerduty|{"messages":[{"event":"incident.trigger","incident":{"id":"P1","title":"Slow","urgency":"low","service":{"name":"web"}}}]}|incident P1|Slow|low|firing|web|-|-
        opsgenie|{"message":"Slow","alias":"a1","priority":"P2","entity":"web","details":{"k":"v"},"tags":["x"]}|a1|Slow|high|firing|web|-|-
        opsgenie|{"action":"Close","alert":{"alertId":"1","alias":"a1","message":"Slow"}}|a1|Slow|medium|resolved|-|-|-
        splunk-on-call|{"message_type":"WARNING","entity_id":"e1","entity_display_name":"Slow","state_message":"m","state_start_time":1772704800}|e1|Slow|medium|firing|-|2026-03-05T10:00:00Z|-
        splunk-on-call|{"message_type":"RECOVERY","entity_id":"e1"}|e1|e1|low|resolved|-|-|-
        """)
    void fieldByField(String format, String body, String key, String title, String severity, String status, String service, String start, String url) {
        List<IncomingAlert> alerts = Formats.named(format).read(SharedPayloads.payload(body));
        assertThat(alerts).singleElement().satisfies(alert -> assertThat(List.of(alert.dedupKey(), alert.title(), alert.severity(),
                alert.resolved() ? "resolved" : "firing", said(alert.service()), alert.startsAt() == null ? "-" : alert.startsAt().toString(), said(alert.url())))
                .containsExactly(key, title, severity, status, service, start, url));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        sns|{"Type":"SubscriptionConfirmation","SubscribeURL":"https://sns.eu-west-1.amazonaws.com/"}
        sentry|{"action":"assigned","data":{"issue":{"id":"1","title":"x"}}}
        pagerduty|{"event_action":"acknowledge","dedup_key":"k"}
        opsgenie|{"action":"AddNote","alert":{"alias":"a"}}
        splunk-on-call|{"message_type":"ACKNOWLEDGEMENT","entity_id":"e"}
        """)
    void whatNeitherBeginsNorEndsAnAlertHoldsNone(String format, String body) {
        assertThat(Formats.named(format).read(SharedPayloads.payload(body))).isEmpty();
    }

    @Test
    void aBinaryCloudEventHasItsAttributesInHeaders() {
        var payload = new Payload("{\"message\":\"Disk full\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8), SharedPayloads.NOW,
                Map.of("ce-specversion", "1.0", "ce-id", "1", "ce-source", "/s", "ce-type", "alert", "ce-time", "2026-03-05T10:00:00Z"));
        assertThat(Formats.named("cloudevents").read(payload)).singleElement()
                .extracting(IncomingAlert::title, IncomingAlert::dedupKey, IncomingAlert::startsAt)
                .containsExactly("Disk full", "/s alert", Instant.parse("2026-03-05T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        gcp|{"incident":7}|incident must be an object
        sns|{"Type":"Notification","Message":7}|Message must be text
        azure|{"data":{}}|data has neither essentials nor a context: it is no alert of Azure Monitor
        pagerduty|{"event_action":"trigger","payload":{}}|payload.summary is missing or blank
        opsgenie|{"message":" "}|message can not be empty
        uptime-kuma|{"heartbeat":{"status":9}}|heartbeat.status must be 0 (down), 1 (up), 2 (pending) or 3 (maintenance)
        cloudevents|{"id":"1"}|source is missing: it is no CloudEvent
        grafana|{"alerts":{}}|alerts must be an array
        """)
    void whatIsWrongIsNamed(String format, String body, String reason) {
        assertThatThrownBy(() -> Formats.named(format).read(SharedPayloads.payload(body))).isInstanceOf(Unreadable.class).hasMessage(reason);
    }

    private static String said(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
