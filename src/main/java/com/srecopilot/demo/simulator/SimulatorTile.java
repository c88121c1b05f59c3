package com.srecopilot.demo.simulator;

import java.util.List;
import java.util.Optional;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import com.srecopilot.dashboard.DashboardTile;
import com.srecopilot.tenancy.Actor;

/** The simulator on the dashboard, for those who may use it. */
@Component
@Profile("demo")
class SimulatorTile implements DashboardTile {

    static final String FRAGMENT = "demo/_simulator";
    static final String NEEDS = "incidents:write";

    private final Simulator simulator;

    SimulatorTile(Simulator simulator) {
        this.simulator = simulator;
    }

    /** @param state of the latest, or null */
    record View(List<Scenario> scenarios, int fast, Performance.State state, String problem) {

        public boolean playing() {
            return state != null && !state.over();
        }
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String fragment() {
        return FRAGMENT;
    }

    @Override
    public Optional<Object> model() {
        return simulator.available() && Actor.current().can(NEEDS) ? Optional.of(view(null)) : Optional.empty();
    }

    View view(String problem) {
        return new View(Simulator.all(), simulator.fast(), simulator.state().orElse(null), problem);
    }
}
