package com.srecopilot.hypothesis.suggestion;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;

/** What became of what was suggested to the current tenant. */
@Service
public class SuggestionFigures {

    private static final int NEWEST = 2_000;

    private final SuggestionStore store;
    private final Incidents incidents;

    SuggestionFigures(SuggestionStore store, Incidents incidents) {
        this.store = store;
        this.incidents = incidents;
    }

    /**
     * Of resolved incidents, the newest ones.
     *
     * @param made how many were suggested
     * @param right how many of these the incident ended with
     * @param asOpened how many stayed as they had opened: what suggesting nothing would have got right
     */
    public record Outcome(String aspect, int made, int right, int asOpened) {

        public boolean severity() {
            return Aspect.SEVERITY.word().equals(aspect);
        }
    }

    /** One for severity, one for category. */
    @Transactional(readOnly = true)
    public List<Outcome> outcomes() {
        List<Suggestion> made = store.made(NEWEST);
        int before = made.stream().mapToInt(Suggestion::number).min().orElse(1) - 1;
        Map<Integer, IncidentView> resolved = made.isEmpty() ? Map.of() : incidents.numberedAfter(before, TenantExperience.INCIDENTS).stream()
                .filter(incident -> !incident.open()).collect(Collectors.toMap(IncidentView::number, Function.identity()));
        return List.of(outcome(Aspect.SEVERITY, made, resolved), outcome(Aspect.CATEGORY, made, resolved));
    }

    private static Outcome outcome(Aspect aspect, List<Suggestion> all, Map<Integer, IncidentView> resolved) {
        List<Suggestion> made = all.stream().filter(each -> each.aspect().equals(aspect.word()) && resolved.containsKey(each.number())).toList();
        int right = (int) made.stream().filter(each -> each.becameTrue(resolved.get(each.number()))).count();
        int stayed = (int) made.stream().filter(each -> each.severity() ? each.given().equals(resolved.get(each.number()).severity())
                : resolved.get(each.number()).tags().isEmpty()).count();
        return new Outcome(aspect.word(), made.size(), right, stayed);
    }
}
