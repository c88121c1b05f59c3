package com.srecopilot.demo.simulator;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.srecopilot.demo.pulse.Disturbance;
import com.srecopilot.demo.pulse.Pulse;

/** A scenario while it plays, on a thread of its own. Services suffer since a little before, as monitors notice late; a release that comes before the first alert lies there too. */
final class Performance implements Runnable {

    private static final Duration UNNOTICED = Pulse.BEHIND.minusSeconds(5);
    private static final Duration GROWS = Duration.ofSeconds(15);

    private final Scenario scenario;
    private final Stage stage;
    private final double pace;
    private final Door door;
    private final Consumer<Disturbance> pulse;
    private final Clock clock;
    private final List<Beat> beats;
    private final Map<Symptom, Beat> firing = new LinkedHashMap<>();
    private final Map<Symptom, Instant> since = new LinkedHashMap<>();
    private Disturbance disturbance;
    private volatile int sent;
    private volatile boolean stopped;
    private volatile boolean over;
    private volatile String told = "";

    Performance(Scenario scenario, Stage stage, double pace, Door door, Consumer<Disturbance> pulse, Clock clock) {
        this.scenario = scenario;
        this.stage = stage;
        this.pace = pace;
        this.door = door;
        this.pulse = pulse;
        this.clock = clock;
        this.beats = scenario.beats(stage);
    }

    /** How it stands: {@code told} is the last thing it sent, or why it ended early. */
    record State(Scenario scenario, double pace, int sent, int of, String told, boolean over) {

        public String speed() {
            return pace == 1 ? "real time" : Math.round(pace) + "×";
        }
    }

    State state() {
        return new State(scenario, pace, sent, beats.size(), told, over);
    }

    /** Clears what fires, soon. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    @Override
    public void run() {
        try {
            begin();
            play();
            clear();
        } catch (IOException e) {
            told = "Ended early: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            told = "Ended with the server";
        } finally {
            mend();
            over = true;
        }
    }

    private void begin() {
        Instant from = clock.instant().minus(UNNOTICED);
        disturbance = new Disturbance(scenario.strains(stage), from, from.plus(GROWS), null);
        pulse.accept(disturbance);
    }

    private void mend() {
        if (disturbance.until() == null) {
            disturbance = disturbance.endedAt(clock.instant());
            pulse.accept(disturbance);
        }
    }

    private void play() throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (Beat beat : beats) {
            rest(start + (long) (beat.after() * 1e9 / pace));
            if (stopped) {
                return;
            }
            if (scenario.mendedBy(beat)) {
                mend();
            }
            send(beat);
            sent++;
        }
    }

    private synchronized void rest(long until) throws InterruptedException {
        long left = (until - System.nanoTime()) / 1_000_000;
        while (left > 0 && !stopped) {
            wait(left);
            left = (until - System.nanoTime()) / 1_000_000;
        }
    }

    private void send(Beat beat) throws IOException, InterruptedException {
        Instant now = clock.instant();
        if (beat.symptom() != null && !beat.over()) {
            since.put(beat.symptom(), now);
            firing.put(beat.symptom(), beat);
        }
        door.send(stage, beat, since.getOrDefault(beat.symptom(), now), since.isEmpty() ? disturbance.from() : now);
        told = beat.words();
        if (beat.over()) {
            firing.remove(beat.symptom());
        }
    }

    private void clear() throws IOException, InterruptedException {
        for (Beat beat : List.copyOf(firing.values())) {
            send(Beat.clears(0, beat.monitor(), beat.symptom()));
        }
        if (stopped) {
            told = "Stopped; what fired has cleared";
        }
    }
}
