package com.srecopilot.hypothesis.rootcause.synthetic;

import com.srecopilot.hypothesis.rootcause.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The series of a failure: real noise, slow trends, gaps, flat lines, units that differ, and trouble that is none. */
final class MetricsMaker {

    private final MadeSystem system;
    private final Mishap mishap;
    private final Random random;
    private final Map<String, List<double[]>> points = new LinkedHashMap<>();
    private final double[] noise;
    private final double[] drift;
    private final int bystander;
    private final double bystanderAt;
    private final double[] requestRate;

    MetricsMaker(MadeSystem system, Mishap mishap, Random random) {
        this.system = system;
        this.mishap = mishap;
        this.random = random;
        int n = system.services.size();
        noise = random.doubles(n, 0.01, 0.15).toArray();
        drift = new double[n];
        bystander = random.nextInt(n);
        bystanderAt = mishap.onset - 900 + random.nextInt(1100);
        requestRate = random.doubles(system.requests.size(), 2, 40).toArray();
    }

    List<Series> make(double from, double to) {
        double wave = random.nextDouble() * 6;
        double swing = 0;
        for (double at = from; at <= to; at += system.step) {
            Flow flow = new Flow(system, mishap, random);
            swing = 0.9 * swing + 0.03 * random.nextGaussian();
            for (int r = 0; r < requestRate.length; r++) {
                flow.pass(system.requests.get(r), requestRate[r] * (1 + 0.15 * Math.sin(wave + at / 2500) + swing) * (1 + 0.08 * random.nextGaussian()), at);
            }
            for (int s = 0; s < noise.length; s++) {
                write(s, at, flow);
            }
        }
        List<Series> all = new ArrayList<>();
        points.forEach((key, list) -> all.add(series(key.split("\\|"), list)));
        return all;
    }

    private Series series(String[] key, List<double[]> list) {
        return new Series(key[0], key[1], list.stream().mapToDouble(p -> p[0]).toArray(), list.stream().mapToDouble(p -> p[1]).toArray());
    }

    private void write(int s, double at, Flow flow) {
        Dialect d = system.dialect;
        double wobble = 1 + noise[s] * random.nextGaussian();
        double cron = s == bystander && at > bystanderAt && at < bystanderAt + 240 ? 1 : 0;
        drift[s] = 0.97 * drift[s] + 0.02 * random.nextGaussian();
        boolean down = mishap.silent(at, s);
        double load = flow.busy[s] / 60;
        note(s, d.cpu(), at, down ? 0 : d.cpuUnit() * Math.min(100, (1 + load + mishap.cpu(at, s) + 12 * cron) * wobble));
        note(s, d.memory(), at, down ? 0 : d.memoryUnit() * system.memory[s] * (1 + 0.3 * drift[s] + mishap.memory(at, s)) * (1 + 0.004 * random.nextGaussian()));
        note(s, d.disk(), at, Math.max(0, (0.5 + (system.stores.contains(s) ? flow.calls[s] : 0) + 4 * cron) * (1 + mishap.disk(at, s)) * (1 + 0.5 * random.nextGaussian())));
        note(s, d.received(), at, flow.calls[s] * 1400 * wobble + 200 * random.nextDouble());
        note(s, d.sockets(), at, Math.rint((12 + Math.sqrt(flow.calls[s])) * (1 + mishap.sockets(at, s)) * (1 + 0.1 * random.nextGaussian())));
        note(s, d.pool(), at, Math.rint(3 * random.nextDouble() + (mishap.kind == FaultKind.CONNECTION_POOL ? 30 * mishap.at(at, s) : 0)));
        note(s, d.rate(), at, flow.calls[s] * (1 + 0.1 * noise[s] * random.nextGaussian()));
        answers(s, at, flow);
    }

    private void answers(int s, double at, Flow flow) {
        Dialect d = system.dialect;
        if (flow.calls[s] < 1e-6 || system.stores.contains(s) && s % 2 == 0) {
            return;
        }
        double mean = flow.time[s] / flow.calls[s];
        double tail = 1;
        for (String latency : d.latencies()) {
            note(s, latency, at, d.latencyUnit() * mean * tail * Math.exp(0.5 * noise[s] * tail * random.nextGaussian()));
            tail *= 2.1;
        }
        double share = Math.min(1, flow.failed[s] / flow.calls[s]);
        if (system.mirrored(s)) {
            int i = 0;
            for (String latency : d.latencies()) {
                put(system.mirror(s), latency, at, d.latencyUnit() * mean * Math.pow(2.1, i++) * Math.exp(0.5 * noise[s] * random.nextGaussian()) + 0.5 * d.latencyUnit());
            }
            double failing = Math.min(1, flow.failed[s] / flow.calls[s]);
            put(system.mirror(s), d.errors(), at, d.errorsAsSuccess() ? 100 * (1 - failing) : flow.calls[s] * failing);
        }
        note(s, d.errors(), at, d.errorsAsSuccess() ? 100 * (1 - share) : flow.calls[s] * share);
    }

    private void note(int s, String metric, double at, double value) {
        int kind = Math.floorMod(system.services.get(s).hashCode() * 31 + metric.hashCode(), 97);
        if (metric.isEmpty() || kind < 4 || random.nextDouble() < (kind < 12 ? 0.3 : 0.01)) {
            return;
        }
        double shown = kind == 13 ? 0 : kind == 14 ? Double.NaN : value * (kind < 30 ? 1000 : 1);
        put(system.services.get(s), metric, at, shown);
    }

    private void put(String service, String metric, double at, double shown) {
        points.computeIfAbsent(service + "|" + metric, k -> new ArrayList<>()).add(new double[] {at, shown});
    }
}
