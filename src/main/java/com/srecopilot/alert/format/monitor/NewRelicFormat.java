package com.srecopilot.alert.format.monitor;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.srecopilot.alert.format.AlertDraft;
import com.srecopilot.alert.format.AlertFormat;
import com.srecopilot.alert.format.CleanText;
import com.srecopilot.alert.format.EventTime;
import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.alert.format.JsonField;
import com.srecopilot.alert.format.Payload;
import com.srecopilot.alert.format.StatusWords;

/** New Relic's workflow issues, and its legacy incidents. */
@Component
class NewRelicFormat implements AlertFormat {

    @Override
    public String name() {
        return "newrelic";
    }

    @Override
    public List<IncomingAlert> read(Payload payload) {
        JsonField root = payload.json().object();
        JsonField issue = (root.at("issue").present() ? root.at("issue") : root).plainNames();
        String title = any(issue, "title", "issuetitle", "conditionname", "alertconditionnames", "details", "policyname");
        if (CleanText.line(title).isEmpty()) {
            throw issue.at("title").wrong("is missing");
        }
        boolean over = StatusWords.over(any(issue, "state", "issuestate", "currentstate", "status", "eventtype")).orElse(false);
        return List.of(new AlertDraft(payload).title(title)
                .description(any(issue, "details", "description", "alertconditionnames"))
                .link("Policy", any(issue, "policyname", "alertpolicynames")).link("Runbook", any(issue, "runbookurl"))
                .severity(any(issue, "priority", "severity"))
                .service(any(issue, "service", "impactedentities", "entitiesdatanames"), target(issue))
                .labels(issue.scalars()).dedupKey(any(issue, "issueid", "id", "incidentid"))
                .resolved(over).startsAt(EventTime.loosely(any(issue, "createdat", "openedat", "timestampopened", over ? "-" : "timestamp")))
                .endsAt(over ? EventTime.loosely(any(issue, "closedat", "updatedat", "timestamp")) : null)
                .url(any(issue, "issueurl", "incidenturl", "issuepageurl", "url")).alert());
    }

    /** Templates send most fields as a text or as a list of texts. */
    private static String any(JsonField issue, String... names) {
        return Stream.of(names).map(name -> issue.at(name).firstItem()).filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    private static String target(JsonField issue) {
        return issue.at("targets").present() && issue.at("targets").node().isArray()
                ? issue.at("targets").items().stream().map(each -> each.object().first("name")).findFirst().orElse("") : "";
    }
}
