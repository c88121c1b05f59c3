package com.srecopilot.bench;

import java.time.Duration;

import com.srecopilot.stories.Processes;

/** Waits until a process has done its work: it uses less than a fifth of a core for three seconds. */
final class Calm {

    private static final long WINDOW = Duration.ofSeconds(3).toNanos();

    private final ProcessHandle process;
    private long since;
    private long spent;

    Calm(Process process) {
        this.process = process.toHandle();
    }

    /** @return how many seconds that took */
    double await() {
        long start = System.nanoTime();
        look(start);
        Processes.await("all that was taken in is worked through", Duration.ofMinutes(15), this::isOver);
        return (System.nanoTime() - start - WINDOW) / 1e9;
    }

    private boolean isOver() {
        long now = System.nanoTime();
        if (now - since < WINDOW) {
            return false;
        }
        boolean calm = cpu() - spent < (now - since) / 5;
        look(now);
        return calm;
    }

    private void look(long now) {
        since = now;
        spent = cpu();
    }

    private long cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }
}
