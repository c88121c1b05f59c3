package com.srecopilot.alert.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.alert.silence.Silences;

/** Acknowledges or silences several alerts. What can't be is left as it is and named with its reason. */
@Service
@Transactional
class Bulk {

    private final Alerts alerts;
    private final Acknowledgements acknowledgements;
    private final Silences silences;

    Bulk(Alerts alerts, Acknowledgements acknowledgements, Silences silences) {
        this.alerts = alerts;
        this.acknowledgements = acknowledgements;
        this.silences = silences;
    }

    /** Sentences for people; empty when there is nothing to say. */
    record Outcome(String done, String refused) {

        static final Outcome NONE = new Outcome("", "Select alerts first.");
    }

    Outcome acknowledge(Collection<UUID> selected) {
        var refused = new LinkedHashMap<AlertView, String>();
        List<AlertView> found = alerts.find(selected);
        List<AlertView> firing = possible(found, refused, alert -> alert.status().equals("firing") ? null
                : alert.open() ? "is " + alert.status() + " already" : "has resolved");
        firing.forEach(alert -> acknowledgements.give(alert.id()));
        return outcome(firing.size(), "acknowledged", refused, unknown(selected, found));
    }

    /** One silence for each service and title among them. */
    Outcome silence(Collection<UUID> selected, String comment, int minutes) {
        var refused = new LinkedHashMap<AlertView, String>();
        List<AlertView> found = alerts.find(selected);
        List<AlertView> open = possible(found, refused, alert -> alert.status().equals("suppressed") ? "is suppressed already"
                : alert.open() ? null : "has resolved");
        open.stream().map(AlertView::silenceMatchers).distinct().forEach(matchers -> silences.create(matchers, comment, minutes));
        return outcome(open.size(), "silenced for " + minutes + " min", refused, unknown(selected, found));
    }

    private static List<AlertView> possible(List<AlertView> found, Map<AlertView, String> refused, Function<AlertView, String> objection) {
        var possible = new ArrayList<AlertView>();
        for (AlertView alert : found) {
            String reason = objection.apply(alert);
            if (reason == null) {
                possible.add(alert);
            } else {
                refused.put(alert, reason);
            }
        }
        return possible;
    }

    private static int unknown(Collection<UUID> selected, List<AlertView> found) {
        return new HashSet<>(selected).size() - found.size();
    }

    private static Outcome outcome(int done, String verb, Map<AlertView, String> refused, int unknown) {
        String reasons = refused.entrySet().stream().map(each -> each.getKey().title() + " " + each.getValue()).distinct().limit(5).collect(Collectors.joining("; "));
        int more = refused.size() - 5;
        String left = reasons + (more > 0 ? "; " + more + " more" : "") + (unknown > 0 ? (reasons.isEmpty() ? "" : "; ") + unknown + " not found" : "");
        return new Outcome(done == 0 ? "" : done + (done == 1 ? " alert " : " alerts ") + verb + ".", left.isEmpty() ? "" : "Left as they are: " + left + ".");
    }
}
