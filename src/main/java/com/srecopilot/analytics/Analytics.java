package com.srecopilot.analytics;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.incident.IncidentTrends;
import com.srecopilot.incident.IncidentTrends.Hour;
import com.srecopilot.incident.IncidentTrends.Took;

/** Gathers the figures of a period, in one reading transaction. */
@Service
class Analytics {

    private static final int SERVICES = 12;

    private final IncidentTrends trends;
    private final Clock clock;

    Analytics(IncidentTrends trends, Clock clock) {
        this.trends = trends;
        this.clock = clock;
    }

    /** @param service whose hours of the week are shown, or empty for all */
    @Transactional(readOnly = true)
    public Map<String, Object> of(int days, String service) {
        Period period = Period.of(days, clock.instant());
        List<Hour> hours = trends.byHour(period.from(), period.to(), ZoneOffset.UTC);
        Took took = trends.timeToResolve(period.from(), period.to());
        var model = new HashMap<String, Object>();
        model.put("period", period);
        model.put("days", Period.CHOICES);
        model.put("took", Resolution.of(took, trends.timeToResolve(period.before().from(), period.before().to())));
        model.put("trend", TrendChart.of(period, trends.timeToResolve(period.from(), period.to(), period.step())));
        model.put("severities", SeverityStrips.of(period, trends.bySeverity(period.from(), period.to(), period.step())));
        model.put("services", HeatMap.byService(hours, SERVICES));
        model.put("week", HeatMap.byWeekday(hours.stream().filter(hour -> service.isEmpty() || hour.service().equals(service)).toList()));
        model.put("service", service);
        model.put("empty", hours.isEmpty() && took.incidents() == 0);
        return model;
    }
}
