package com.srecopilot.hypothesis.rootcause.synthetic;

import java.util.Random;

/** What all requests together do to every service during one metric step. */
final class Flow {

    final double[] calls;
    final double[] time;
    final double[] failed;
    final double[] busy;
    private final MadeSystem system;
    private final Mishap mishap;
    private final Random random;

    Flow(MadeSystem system, Mishap mishap, Random random) {
        this.system = system;
        this.mishap = mishap;
        this.random = random;
        int n = system.services.size();
        calls = new double[n];
        time = new double[n];
        failed = new double[n];
        busy = new double[n];
    }

    /** Answers latency in ms and the share of failed calls. */
    double[] pass(Step step, double rate, double at) {
        int s = step.service();
        double own = mishap.fails(at, s) + 0.002 * random.nextDouble();
        double self = step.self() * mishap.slower(at, s, random) * (0.95 + 0.1 * random.nextDouble());
        double skip = Math.max(mishap.kind == FaultKind.EXCEPTION ? own : own * 0.5, mishap.skips(at, s));
        double latency = self + mishap.waits(at, s, random);
        double error = own;
        for (Step call : step.calls()) {
            double[] below = pass(call, rate * (1 - skip), at);
            double gap = call.gap() + mishap.lost(at, call.service(), random) + mishap.lost(at, s, random);
            latency += (1 - skip) * (below[0] + 2 * gap);
            error = 1 - (1 - error) * (1 - below[1] * 0.8 * (1 - skip));
        }
        if (mishap.silent(at, s)) {
            return new double[] {mishap.timesOut ? 1500 : 1, 0.98};
        }
        calls[s] += rate;
        time[s] += rate * latency;
        failed[s] += rate * error;
        busy[s] += rate * self;
        return new double[] {latency, error};
    }
}
