package com.srecopilot.hypothesis.rootcause.synthetic;

import com.srecopilot.hypothesis.rootcause.LogLine;
import com.srecopilot.hypothesis.rootcause.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests one by one: the spans and the log lines they leave. */
final class TracesMaker {

    private static final List<String> EXCEPTIONS = List.of("java.lang.NullPointerException: at Handler.apply(Handler.java:%d)",
            "KeyError: 'item%d'", "panic: runtime error: index out of range [%d]", "System.InvalidOperationException: sequence %d is empty",
            "Error: cannot parse amount %d");
    final List<Span> spans = new ArrayList<>();
    final List<LogLine> logs = new ArrayList<>();
    private final MadeSystem system;
    private final Mishap mishap;
    private final Random random;
    private final double[] skew;
    private final boolean statusKnown;
    private final String exception;
    private final int nagging;
    private int ids;

    TracesMaker(MadeSystem system, Mishap mishap, Random random) {
        this.system = system;
        this.mishap = mishap;
        this.random = random;
        this.skew = random.doubles(system.services.size(), -3, 3).toArray();
        this.statusKnown = random.nextDouble() < 0.6;
        this.exception = EXCEPTIONS.get(random.nextInt(EXCEPTIONS.size()));
        this.nagging = random.nextInt(system.services.size());
    }

    void make(double from, double to) {
        double pause = (to - from) / (250 + random.nextInt(400));
        for (double at = from; at < to; at += pause * 2 * random.nextDouble()) {
            visit(system.requests.get(random.nextInt(system.requests.size())), at, "", "t" + ++ids, 0);
            if (random.nextDouble() < 0.1) {
                log(nagging, at, "WARN connection to metrics collector timed out after " + random.nextInt(5000) + " ms");
            }
        }
        if (mishap.kind == FaultKind.BAD_DEPLOY && to > mishap.onset) {
            log(mishap.cause, mishap.onset + 1, "Starting version 4." + random.nextInt(90) + " on port 8080");
        }
    }

    /** Answers the duration in ms, negative when the call failed. */
    private double visit(Step step, double at, String parent, String trace, int depth) {
        int s = step.service();
        if (mishap.silent(at, s)) {
            return mishap.timesOut ? -1500 : -1;
        }
        String id = trace + "/" + ++ids;
        double self = (step.self() * Math.exp(0.3 * random.nextGaussian())) * mishap.slower(at, s, random) + mishap.waits(at, s, random);
        boolean broken = random.nextDouble() < mishap.fails(at, s) + 0.001;
        boolean early = broken && random.nextBoolean() || random.nextDouble() < mishap.skips(at, s);
        double took = self * 0.3;
        boolean failed = broken;
        log(s, at, "INFO request " + trace + " " + step.operation() + " begins");
        for (Step call : early ? List.<Step>of() : step.calls()) {
            double[] below = call(step, call, at + took / 1000, id, trace, depth);
            took += below[0];
            failed |= below[1] > 0;
        }
        took += self * 0.7;
        ending(step, at + took / 1000, trace, broken, failed, early);
        span(at, id, parent, step, took, failed);
        return failed ? -took : took;
    }

    private double[] call(Step from, Step to, double at, String parent, String trace, int depth) {
        String id = trace + "/" + ++ids;
        double gap = (to.gap() * Math.exp(0.4 * random.nextGaussian()) + mishap.lost(at, to.service(), random) + mishap.lost(at, from.service(), random));
        boolean hidden = system.stores.contains(to.service()) && !system.storeSpans;
        int mark = spans.size();
        double below = visit(to, at + gap / 1000, id, trace, depth + 1);
        if (hidden) {
            spans.subList(mark, spans.size()).clear();
        }
        double took = Math.abs(below) + 2 * gap;
        boolean failed = below < 0;
        span(at, id, parent, new Step(from.service(), "call " + to.operation() + system.services.get(to.service()), 0, 0, List.of()), took, failed);
        if (failed && random.nextDouble() < 0.7) {
            log(from.service(), at + took / 1000, "ERROR call to " + system.services.get(to.service()) + " failed for " + trace + ": "
                    + (mishap.silent(at, to.service()) ? "connection refused" : "status 500"));
        }
        return new double[] {took, failed && random.nextDouble() < 0.8 ? 1 : 0};
    }

    private void ending(Step step, double at, String trace, boolean broken, boolean failed, boolean early) {
        int s = step.service();
        if (broken && mishap.kind == FaultKind.WRONG_CONFIG && mishap.cause == s) {
            log(s, at, "ERROR cannot read setting 'endpoint.url': unknown host cfg-" + random.nextInt(99));
        } else if (broken && mishap.kind == FaultKind.CONNECTION_POOL && mishap.cause == s) {
            log(s, at, "ERROR pool exhausted, waited " + random.nextInt(3000) + " ms for a connection");
        } else if (broken) {
            log(s, at, "ERROR unhandled " + String.format(exception, random.nextInt(500)));
        } else if (!early && !failed) {
            log(s, at, "INFO request " + trace + " " + step.operation() + " done in " + random.nextInt(90) + " ms");
        }
    }

    private void span(double at, String id, String parent, Step step, double took, boolean failed) {
        if (system.spans && spans.size() < 60_000) {
            spans.add(new Span(at + skew[step.service()], id, parent, system.services.get(step.service()), step.operation(), took, failed && statusKnown));
        }
    }

    private void log(int s, double at, String message) {
        if (system.logs && !system.stores.contains(s) && logs.size() < 60_000) {
            logs.add(new LogLine(at + skew[s], system.services.get(s), message));
        }
    }
}
