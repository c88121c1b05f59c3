package com.srecopilot.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.NotFound;
import com.srecopilot.tenancy.ReadOnce;

/** Looks incidents up, for pages and for the rooms above. */
@Service
public class Incidents {

    private final IncidentRepository incidents;
    private final ReadOnce<Integer, Optional<IncidentView>> views;

    Incidents(IncidentRepository incidents) {
        this.incidents = incidents;
        this.views = new ReadOnce<>(number -> incidents.findByNumber(number).map(Incident::view));
    }

    @Transactional(readOnly = true)
    public Optional<IncidentView> find(int number) {
        return views.get(number);
    }

    /** @throws NotFound when there is none of that number */
    @Transactional(readOnly = true)
    public IncidentView get(int number) {
        return find(number).orElseThrow(() -> new NotFound(IncidentView.reference(number)));
    }

    /** Those of these numbers that are known, in no order. */
    @Transactional(readOnly = true)
    public List<IncidentView> find(Collection<Integer> numbers) {
        return incidents.findByNumberIn(numbers).stream().map(Incident::view).toList();
    }

    /** All that are not resolved, worst first, then newest first. */
    @Transactional(readOnly = true)
    public List<IncidentView> open() {
        return incidents.findOpen(Limit.unlimited()).stream().map(Incident::view).toList();
    }

    /** The first of them. */
    @Transactional(readOnly = true)
    public List<IncidentView> open(int most) {
        return incidents.findOpen(Limit.of(most)).stream().map(Incident::view).toList();
    }

    /** What the hypothesis room has found, shown in lists. */
    @Transactional
    public void noteHypotheses(int number, int count) {
        incidents.countHypotheses(number, count);
    }

    /** The newest open incident of a service. */
    @Transactional(readOnly = true)
    public Optional<IncidentView> openOfService(String service) {
        return incidents.findOpenOfService(service).stream().findFirst().map(Incident::view);
    }

    /** Open ones of any of these services, detected since, newest first. */
    @Transactional(readOnly = true)
    public List<IncidentView> openOfServices(Collection<String> services, Instant since) {
        return incidents.findOpenOfServices(services, since).stream().map(Incident::view).toList();
    }

    /** Of any of these services, those that began or ended in between, newest first, at most so many. */
    @Transactional(readOnly = true)
    public List<IncidentView> around(Collection<String> services, Instant from, Instant to, int most) {
        return incidents.findAround(services, from, to, Limit.of(most)).stream().map(Incident::view).toList();
    }

    /** The newest of those with larger numbers, at most so many. */
    @Transactional(readOnly = true)
    public List<IncidentView> numberedAfter(int number, int most) {
        return incidents.findNumberedAfter(number, Limit.of(most)).stream().map(Incident::view).toList();
    }

    /** What is known of an incident's alerts. @param firing how many of them still fire */
    public record AlertCount(int number, long total, long firing) {
    }

    @Transactional
    public void noteAlerts(List<AlertCount> counts) {
        incidents.countAlerts(counts.stream().map(AlertCount::number).toArray(Integer[]::new),
                counts.stream().map(AlertCount::total).toArray(Long[]::new), counts.stream().map(AlertCount::firing).toArray(Long[]::new));
    }

    Incident known(int number) {
        return incidents.findByNumber(number).orElseThrow(() -> new NotFound(IncidentView.reference(number)));
    }
}
