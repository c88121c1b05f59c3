package com.srecopilot.incident.runbook;

import java.util.List;

import org.springframework.stereotype.Component;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.Runbook;
import com.srecopilot.incident.IncidentPanel;
import com.srecopilot.incident.IncidentView;

/** The runbooks of the affected service, right under where it stands. */
@Component
class RunbooksPanel implements IncidentPanel {

    private final Catalog catalog;

    RunbooksPanel(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String zone() {
        return "path";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String fragment() {
        return "incident/_runbooks";
    }

    @Override
    public List<Runbook> model(IncidentView incident) {
        return catalog.runbooks(incident.serviceName());
    }
}
