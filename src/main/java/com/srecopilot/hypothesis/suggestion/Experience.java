package com.srecopilot.hypothesis.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Severity;

/**
 * What one tenant's incidents teach. Severity: how bad resolved incidents turned out to be, beside what they opened with
 * and what the public model says. Category: the tags that people use often.
 */
final class Experience {

    /** So many incidents at least, or nothing is learned from them. */
    static final int FEWEST = 30;
    private static final int TAGGED_OFTEN = 5;

    private final Classifier everybody;
    private final Optional<Classifier> severity;
    private final Optional<Classifier> category;

    private Experience(Classifier everybody, Optional<Classifier> severity, Optional<Classifier> category) {
        this.everybody = everybody;
        this.severity = severity;
        this.category = category;
    }

    /** @param given the severities that incidents opened with, where they are known, by number */
    static Experience of(List<IncidentView> past, Map<Integer, String> given, Classifier everybody) {
        List<Learned> severities = past.stream().filter(incident -> !incident.open())
                .map(incident -> new Learned(forSeverity(incident, given.get(incident.number()), everybody), incident.severity())).toList();
        return new Experience(everybody, learn(severities), learn(tagged(past)));
    }

    private static List<Learned> tagged(List<IncidentView> past) {
        Map<String, Long> often = past.stream().flatMap(incident -> incident.tags().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Set<String> categories = often.keySet().stream().filter(tag -> often.get(tag) >= TAGGED_OFTEN).collect(Collectors.toSet());
        var learned = new ArrayList<Learned>();
        past.forEach(incident -> incident.tags().stream().filter(categories::contains)
                .forEach(tag -> learned.add(new Learned(forCategory(incident), tag))));
        return learned;
    }

    private static Optional<Classifier> learn(List<Learned> examples) {
        boolean enough = examples.size() >= FEWEST && examples.stream().map(Learned::answer).distinct().count() > 1;
        return enough ? Optional.of(Classifier.fit(examples)) : Optional.empty();
    }

    /** Its own people's judgement; before there is enough of it, everybody's, where nobody has said how bad it is. */
    Optional<Guess> severity(IncidentView incident) {
        if (severity.isPresent()) {
            return severity.get().guess(forSeverity(incident, incident.severity(), everybody)).filter(guess -> sure(guess, Aspect.SEVERITY));
        }
        boolean unsaid = Severity.LOW.word().equals(incident.severity());
        return unsaid ? everybody.guess(words(incident)).filter(guess -> sure(guess, Aspect.SEVERITY)) : Optional.empty();
    }

    Optional<Guess> category(IncidentView incident) {
        return category.flatMap(model -> model.guess(forCategory(incident))).filter(guess -> sure(guess, Aspect.CATEGORY));
    }

    private static boolean sure(Guess guess, Aspect aspect) {
        return guess.confidence() >= aspect.least();
    }

    private static Features forSeverity(IncidentView incident, String given, Classifier everybody) {
        return forCategory(incident).mark("given", given).opinion("everybody", everybody.shares(words(incident)));
    }

    private static Features forCategory(IncidentView incident) {
        return words(incident).mark("service", incident.serviceName());
    }

    private static Features words(IncidentView incident) {
        return Features.of(incident.title(), incident.description());
    }
}
