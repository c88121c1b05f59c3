package com.srecopilot.telemetry.page;

import java.util.List;

import org.springframework.stereotype.Component;

import com.srecopilot.catalog.ServicePanel;

/** What a service's telemetry tells of its last hour, on its page; nothing where it never sent any. */
@Component
class ServiceTelemetryPanel implements ServicePanel {

    private final Signals signals;

    ServiceTelemetryPanel(Signals signals) {
        this.signals = signals;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String fragment() {
        return "telemetry/_of-service";
    }

    @Override
    public Object model(String service) {
        return new Panel(signals.any(service), signals.of(service));
    }

    record Panel(boolean known, List<Curve> curves) {
    }
}
