package com.srecopilot.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.catalog.ServiceSignals.Signal;

/** The health of services, gathered from the rooms that see something of it. */
@Service
@Transactional(readOnly = true)
public class ServiceHealths {

    private final ObjectProvider<ServiceSignals> signals;

    ServiceHealths(ObjectProvider<ServiceSignals> signals) {
        this.signals = signals;
    }

    /** By service name; what is missing is {@link ServiceHealth#QUIET}. A statement or two for each room, however many services. */
    public Map<String, ServiceHealth> now() {
        Map<String, List<Signal>> heard = new HashMap<>();
        signals.orderedStream().forEach(each -> each.now()
                .forEach((service, signal) -> heard.computeIfAbsent(service, name -> new ArrayList<>()).add(signal)));
        return heard.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> ServiceHealth.of(entry.getValue())));
    }

    /** Alerts begun in each of the last hours, the oldest hour first, by service name; quiet ones may be missing. */
    public Map<String, List<Long>> hourly(Collection<String> services, int hours) {
        Map<String, List<Long>> counts = new HashMap<>();
        signals.orderedStream().forEach(each -> counts.putAll(each.hourly(services, hours)));
        return counts;
    }
}
