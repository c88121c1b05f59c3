package com.srecopilot.alert.format.monitor;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import com.srecopilot.alert.format.AlertDraft;
import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.EventTime;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.StatusWords;

/** Nagios and Icinga, by the macros that their notification commands send; names are read without case and punctuation. */
@Component
class IcingaFormat implements AlertFormat {

    @Override
    public String name() {
        return "icinga";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        return payload.json().each().stream().map(event -> read(payload, flat(event))).toList();
    }

    private static IncomingAlert read(Payload payload, JsonField event) {
        String host = event.first("hostname", "hostdisplayname", "hostalias", "host");
        String check = event.first("servicedescription", "servicedesc", "servicename", "service", "servicedisplayname", "checkname");
        if (host.isEmpty() && check.isEmpty()) {
            throw event.at("host_name").wrong("is missing");
        }
        String state = check.isEmpty() ? event.first("hoststate", "state", "status") : event.first("servicestate", "state", "status");
        boolean over = StatusWords.over(event.first("notificationtype", "type").equalsIgnoreCase("RECOVERY") ? "ok" : state).orElse(false);
        var at = EventTime.loosely(event.first("timet", "timestamp", "longdatetime", "date", "laststatechange"));
        return new AlertDraft(payload).title(title(host, check, state))
                .description(event.first("serviceoutput", "hostoutput", "output", "longserviceoutput", "pluginoutput", "checkoutput"))
                .severity(severity(state))
                .service(host, check).labels(event.scalars())
                .dedupKey(check.isEmpty() ? host : host + "!" + check)
                .resolved(over).startsAt(over ? null : at).endsAt(over ? at : null)
                .url(event.first("url", "serviceactionurl", "hostactionurl", "icingaweburl", "actionurl")).alert();
    }

    private static String title(String host, String check, String state) {
        String what = check.isEmpty() ? host : host.isEmpty() ? check : check + " on " + host;
        return state.isEmpty() ? what : what + " is " + state;
    }

    private static String severity(String state) {
        return switch (state.toUpperCase(Locale.ROOT)) {
            case "DOWN" -> "critical";
            case "UNREACHABLE" -> "high";
            case "UP" -> "low";
            default -> state;
        };
    }

    /** Icinga's own objects, {@code host.name}, as macros are called: {@code hostname}. */
    private static JsonField flat(JsonField event) {
        JsonField plain = event.plainNames();
        var node = (tools.jackson.databind.node.ObjectNode) plain.node();
        for (String name : List.of("host", "service", "notification")) {
            JsonField inner = plain.at(name);
            if (inner.present() && inner.node().isObject()) {
                inner.plainNames().node().properties().forEach(each -> node.set(name + each.getKey(), each.getValue()));
                node.remove(name);
            }
        }
        return plain;
    }
}
