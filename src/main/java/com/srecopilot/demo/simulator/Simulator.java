package com.srecopilot.demo.simulator;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

import com.srecopilot.demo.pulse.Pulse;
import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.NotFound;
import com.srecopilot.tenancy.Actor;

/** Plays scenarios for the tenants of the demo, one at a time for each. Nothing of it survives the server. */
@Service
@Profile("demo")
class Simulator implements DisposableBean {

    private final Map<UUID, Performance> playing = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "simulator");
        thread.setDaemon(true);
        return thread;
    });
    private final Stages stages;
    private final Door door;
    private final Pulse pulse;
    private final Clock clock;
    private final SimulatorProperties properties;

    Simulator(Stages stages, Door door, Pulse pulse, Clock clock, SimulatorProperties properties) {
        this.stages = stages;
        this.door = door;
        this.pulse = pulse;
        this.clock = clock;
        this.properties = properties;
    }

    /** @return whether it can be used by the current tenant */
    boolean available() {
        return stages.of(tenant()).isPresent();
    }

    int fast() {
        return properties.fast();
    }

    /** How the latest of the current tenant stands, since the server started. */
    Optional<Performance.State> state() {
        return Optional.ofNullable(playing.get(tenant())).map(Performance::state);
    }

    /**
     * @throws Invalid when it knows no such scenario, or one plays already
     * @throws NotFound for a tenant that is none of the demo's
     */
    void start(String id, boolean quickly) {
        Stage stage = stages.of(tenant()).orElseThrow(() -> new NotFound("The simulator"));
        Scenario scenario = all().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new Invalid("scenario", "There is no such scenario."));
        UUID ours = tenant();
        var next = new Performance(scenario, stage, quickly ? properties.fast() : 1, door, disturbance -> pulse.play(ours, disturbance), clock);
        var began = new AtomicBoolean();
        playing.compute(tenant(), (tenant, now) -> {
            boolean free = now == null || now.state().over();
            began.set(free);
            return free ? next : now;
        });
        if (!began.get()) {
            throw new Invalid("scenario", "One plays already: stop it first.");
        }
        threads.execute(next);
    }

    void stop() {
        Optional.ofNullable(playing.get(tenant())).ifPresent(Performance::stop);
    }

    static List<Scenario> all() {
        return Arrays.asList(Scenario.values());
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }

    private static UUID tenant() {
        return Actor.current().tenant();
    }
}
