package com.srecopilot.demo.simulator;

import static com.srecopilot.demo.simulator.Beat.clears;
import static com.srecopilot.demo.simulator.Beat.deploys;
import static com.srecopilot.demo.simulator.Beat.fires;
import static com.srecopilot.demo.simulator.Monitor.ALERTMANAGER;
import static com.srecopilot.demo.simulator.Monitor.DATADOG;
import static com.srecopilot.demo.simulator.Monitor.GRAFANA;
import static com.srecopilot.demo.simulator.Monitor.UPTIME_KUMA;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.srecopilot.demo.pulse.Strain;

/** What can be played. Everything that fires clears again. */
enum Scenario {

    BAD_DEPLOY("bad-deploy", "A bad deploy", "A release goes out, errors climb, a rollback ends it", Scenario::badDeploy, Aches::badDeploy, 270),
    SLOW_DATABASE("slow-database", "A slow database", "One database stalls, and all who call it feel it", Scenario::slowDatabase, Aches::slowDatabase, 295),
    REGIONAL_OUTAGE("regional-outage", "A regional outage", "Probes fail from one region, then service after service", Scenario::regionalOutage, Aches::regionalOutage, 325),
    FLAPPING_CHECK("flapping-check", "A flapping check", "One check goes down and up, again and again", Scenario::flappingCheck, stage -> Map.of(), 0);

    private final String id;
    private final String title;
    private final String about;
    private final Function<Stage, List<Beat>> beats;
    private final Function<Stage, Map<String, Strain>> strains;
    private final int mended;

    /** @param mended the second at which services are well again */
    Scenario(String id, String title, String about, Function<Stage, List<Beat>> beats, Function<Stage, Map<String, Strain>> strains, int mended) {
        this.id = id;
        this.title = title;
        this.about = about;
        this.beats = beats;
        this.strains = strains;
        this.mended = mended;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String about() {
        return about;
    }

    /** In order of time. */
    List<Beat> beats(Stage stage) {
        return beats.apply(stage);
    }

    /** What services suffer meanwhile, by their name. */
    Map<String, Strain> strains(Stage stage) {
        return strains.apply(stage);
    }

    boolean mendedBy(Beat beat) {
        return beat.after() >= mended;
    }

    private static List<Beat> badDeploy(Stage stage) {
        var errors = new Symptom("HighErrorRate", stage.front(), "high", stage.region(), stage.front() + " answers 23 % with errors");
        var latency = new Symptom("HighLatencyP95", stage.front(), "medium", stage.region(), stage.front() + " p95 at 2.8 s, limit 0.8 s");
        var edge = new Symptom("UpstreamErrors", stage.edge(), "high", stage.region(), stage.edge() + " sees 502 from " + stage.front());
        return List.of(deploys(0, stage.front(), "Deploy of " + stage.front() + ": new session payload"), fires(40, ALERTMANAGER, errors),
                fires(65, GRAFANA, latency), fires(90, DATADOG, edge), deploys(270, stage.front(), "Roll back " + stage.front()),
                clears(315, DATADOG, edge), clears(330, ALERTMANAGER, errors), clears(350, GRAFANA, latency));
    }

    private static List<Beat> slowDatabase(Stage stage) {
        var slow = new Symptom("SlowQueries", stage.database(), "critical", stage.region(), "480 queries a minute over 2 s on " + stage.database());
        var back = new Symptom("HighLatencyP99", stage.back(), "high", stage.region(), stage.back() + " waits 3.4 s for " + stage.database());
        var edge = new Symptom("Timeouts", stage.edge(), "medium", stage.region(), stage.edge() + " gives up on 6 % of requests");
        return List.of(fires(0, ALERTMANAGER, slow), fires(35, GRAFANA, back), fires(70, DATADOG, edge),
                clears(300, ALERTMANAGER, slow), clears(325, GRAFANA, back), clears(345, DATADOG, edge));
    }

    private static List<Beat> regionalOutage(Stage stage) {
        var probe = new Symptom("ProbeFailed", stage.edge(), "critical", stage.region(), "connect timeout from " + stage.region());
        var region = new Symptom("RegionDegraded", stage.edge(), "critical", stage.region(), stage.region() + " loses 64 % of requests");
        var front = new Symptom("TrafficAnomaly", stage.front(), "high", stage.region(), stage.front() + " traffic 71 % below normal in " + stage.region());
        var back = new Symptom("HighErrorRate", stage.back(), "medium", stage.region(), stage.back() + " fails over, 9 % errors");
        return List.of(fires(0, UPTIME_KUMA, probe), fires(25, ALERTMANAGER, region), fires(50, DATADOG, front), fires(80, GRAFANA, back),
                clears(330, GRAFANA, back), clears(350, ALERTMANAGER, region), clears(370, DATADOG, front), clears(390, UPTIME_KUMA, probe));
    }

    private static List<Beat> flappingCheck(Stage stage) {
        var probe = new Symptom("ProbeFailed", stage.front(), "low", stage.region(), "timeout of 48000ms exceeded");
        var beats = new ArrayList<Beat>();
        for (int round = 0; round < 6; round++) {
            beats.add(fires(round * 50, UPTIME_KUMA, probe));
            beats.add(clears(round * 50 + 25, UPTIME_KUMA, probe));
        }
        return List.copyOf(beats);
    }
}
