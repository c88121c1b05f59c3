package com.srecopilot.telemetry.source;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.SettingsPage;

@Component
class TelemetryPage implements SettingsPage {

    static final String PATH = "/settings/telemetry";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String label() {
        return "Telemetry";
    }

    @Override
    public String description() {
        return "Metrics, traces and logs that causes are found in: what arrives, how to send it, and a Prometheus to read from.";
    }

    @Override
    public String needs() {
        return "integrations:write";
    }

    @Override
    public String icon() {
        return "activity";
    }

    @Override
    public int order() {
        return 15;
    }
}
