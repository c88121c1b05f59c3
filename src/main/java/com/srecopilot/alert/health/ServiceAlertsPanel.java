package com.srecopilot.alert.health;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.srecopilot.alert.AlertView;
import com.srecopilot.alert.Alerts;
import com.srecopilot.catalog.ServicePanel;

/** The alerts of a service that fire now, on its page. */
@Component
class ServiceAlertsPanel implements ServicePanel {

    private static final int SHOWN = 10;

    private final JdbcClient jdbc;
    private final Alerts alerts;

    ServiceAlertsPanel(JdbcClient jdbc, Alerts alerts) {
        this.jdbc = jdbc;
        this.alerts = alerts;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String fragment() {
        return "alert/_of-service";
    }

    @Override
    public Object model(String service) {
        List<UUID> firing = jdbc.sql("select id from alerts where service = ? and ends_at is null order by received_at desc limit ?")
                .params(service, SHOWN).query(UUID.class).list();
        return new Panel(alerts.find(firing), AlertSignals.path(service));
    }

    record Panel(List<AlertView> alerts, String path) {
    }
}
