package com.srecopilot.catalog.file;

import java.util.ArrayList;
import java.util.List;

import com.srecopilot.catalog.Runbook;
import com.srecopilot.catalog.ServiceDetail;
import com.srecopilot.catalog.file.ImportPlan.Difference;

/** Compares what a file says of a service with what is known; what it doesn't say is no difference. */
final class Differences {

    private Differences() {
    }

    /** @param known or null */
    static List<Difference> of(ServiceDetail known, Entry entry) {
        var differences = new ArrayList<Difference>();
        add(differences, "tier", known == null || known.tier() == null ? "" : known.tier(), entry.tier());
        add(differences, "region", known == null ? "" : known.region(), entry.region());
        if (entry.owner() != null && known != null && !entry.owner().equalsIgnoreCase(known.owner()) || known == null) {
            add(differences, "owner", known == null ? "" : known.owner(), entry.owner());
        }
        add(differences, "description", known == null ? "" : known.description(), entry.description());
        add(differences, "runbooks", known == null ? "" : joined(known.runbooks().stream().map(Runbook::line).toList()), joined(entry.runbooks()));
        add(differences, "depends_on", known == null ? "" : joined(List.copyOf(known.dependsOn())), joined(entry.dependsOn()));
        if (known != null && known.learned() && differences.isEmpty()) {
            differences.add(new Difference("described", "learned from an alert", "by this file"));
        }
        return differences;
    }

    private static void add(List<Difference> differences, String field, String before, String after) {
        if (after != null && !after.equals(before)) {
            differences.add(new Difference(field, before, after));
        }
    }

    private static String joined(List<String> items) {
        return items == null ? null : String.join(", ", items);
    }
}
