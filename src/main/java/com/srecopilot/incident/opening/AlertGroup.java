package com.srecopilot.incident.opening;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.incident.IncidentDraft;
import com.srecopilot.incident.Severity;
import com.srecopilot.incident.grouping.Cluster;
import com.srecopilot.incident.grouping.GroupingRules;
import com.srecopilot.incident.grouping.Joining;

/** Alerts of one batch that tell of one cause, each with why it does. */
record AlertGroup(Cluster cluster, List<Member> members) {

    private static final Comparator<AlertView> WORST_FIRST =
            Comparator.comparing(AlertGroup::severity).thenComparing(AlertView::startsAt);

    /** An alert, and why it is here. */
    record Member(AlertView alert, Joining joining) {

        private Alerts.Attachment attached(String reference) {
            boolean opened = joining.rule().equals("first-of-its-cause");
            return new Alerts.Attachment(alert.id(), reference, joining.rule(),
                    opened ? "opened " + reference : "joined " + reference + ": " + joining.detail());
        }

        boolean atRoot() {
            return joining.signal().place().equals(joining.cluster().root());
        }
    }

    private static Severity severity(AlertView alert) {
        return Severity.of(alert.severity()).orElse(Severity.LOW);
    }

    Severity worst() {
        return members.stream().map(member -> severity(member.alert())).min(Comparator.naturalOrder()).orElseThrow();
    }

    List<Alerts.Attachment> attachments(String reference) {
        return members.stream().map(member -> member.attached(reference)).toList();
    }

    /** Whether it is an incident, or may become one. */
    boolean opens(GroupingRules rules) {
        return cluster.incident() != null || members.stream().anyMatch(member -> rules.opens(member.alert().severity()));
    }

    /** Why they open nothing. */
    List<Alerts.Attachment> left() {
        return members.stream().map(member -> new Alerts.Attachment(member.alert().id(), null, GroupingRules.QUIET,
                "alerts of severity " + member.alert().severity() + " join incidents here but open none, and none was open")).toList();
    }

    /** Named after the worst that is told of the cause itself. */
    IncidentDraft draft() {
        AlertView first = members.stream().filter(Member::atRoot).map(Member::alert).min(WORST_FIRST)
                .orElseGet(() -> members.get(0).alert());
        String title = first.title().length() <= IncidentDraft.LONGEST_TITLE ? first.title()
                : first.title().substring(0, IncidentDraft.LONGEST_TITLE - 1) + "…";
        String description = first.description() == null ? "" : first.description();
        return new IncidentDraft(title, description.length() <= 5_000 ? description : description.substring(0, 4_999) + "…",
                worst(), cluster.root().startsWith("title:") ? "" : cluster.root(), "cluster:" + UUID.randomUUID());
    }
}
