package com.srecopilot.hypothesis.rootcause.synthetic;

import java.util.Random;

/** One fault in one service: how much it changes there at a given time. Strength differs from case to case. */
final class Mishap {

    final FaultKind kind;
    final int cause;
    final double onset;
    private final double strength;
    private final double ramp;
    final boolean timesOut;

    Mishap(FaultKind kind, int cause, double onset, Random random) {
        this.kind = kind;
        this.cause = cause;
        this.onset = onset;
        this.strength = 0.35 + 0.65 * random.nextDouble();
        this.ramp = kind == FaultKind.MEMORY_LEAK ? 120 + random.nextInt(180) : random.nextInt(30);
        this.timesOut = random.nextBoolean();
    }

    private boolean any(FaultKind... kinds) {
        return java.util.Arrays.asList(kinds).contains(kind);
    }

    /** 0 before the fault, then rising to its strength. */
    double at(double time, int service) {
        if (service != cause || time < onset) {
            return 0;
        }
        return strength * (ramp <= 0 ? 1 : Math.min(1, 0.15 + (time - onset) / ramp));
    }

    double slower(double time, int service, Random random) {
        double s = at(time, service);
        if (s == 0) {
            return 1;
        }
        return switch (kind) {
            case CPU -> 1 + 1.6 * s * random.nextDouble() * 2;
            case MEMORY_LEAK -> 1 + 0.5 * s;
            case DISK -> 1 + 1.5 * s;
            case BAD_DEPLOY -> 1 + 2 * s;
            case SOCKETS -> 1 + 0.5 * s;
            default -> 1;
        };
    }

    double waits(double time, int service, Random random) {
        double s = at(time, service);
        return s == 0 ? 0 : switch (kind) {
            case CONNECTION_POOL -> 800 * s * random.nextDouble();
            case DISK -> 15 * s * random.nextDouble();
            default -> 0;
        };
    }

    /** Milliseconds lost on the way to or from the service. */
    double lost(double time, int service, Random random) {
        double s = at(time, service);
        return s == 0 ? 0 : switch (kind) {
            case NETWORK_DELAY -> 200 * s * (0.8 + 0.4 * random.nextDouble());
            case PACKET_LOSS -> random.nextDouble() < 0.3 * s ? 200 + 400 * random.nextDouble() : 0;
            default -> 0;
        };
    }

    /** The chance that a call fails in the service itself. */
    double fails(double time, int service) {
        double s = at(time, service);
        return s == 0 ? 0 : switch (kind) {
            case EXCEPTION -> 0.3 + 0.6 * s;
            case BAD_DEPLOY -> 0.15 * s;
            case WRONG_CONFIG -> 0.3 + 0.6 * s;
            case DOWN -> 0.97;
            case CONNECTION_POOL -> 0.1 * s;
            case PACKET_LOSS, SOCKETS -> 0.06 * s;
            case MEMORY_LEAK -> 0.03 * s;
            default -> 0;
        };
    }

    boolean silent(double time, int service) {
        return kind == FaultKind.DOWN && at(time, service) > 0;
    }

    /** The share of calls in which the service skips what it usually does. */
    double skips(double time, int service) {
        return kind == FaultKind.WRONG_RETURN && at(time, service) > 0 ? 0.5 + 0.5 * strength : 0;
    }

    double cpu(double time, int service) {
        double s = at(time, service);
        return any(FaultKind.CPU) ? 70 * s : any(FaultKind.BAD_DEPLOY) ? 15 * s : any(FaultKind.MEMORY_LEAK, FaultKind.DISK) ? 6 * s : 0;
    }

    double memory(double time, int service) {
        double s = at(time, service);
        return any(FaultKind.MEMORY_LEAK) ? 1.5 * s : any(FaultKind.BAD_DEPLOY) ? 0.2 * s : any(FaultKind.CONNECTION_POOL) ? 0.05 * s : 0;
    }

    double disk(double time, int service) {
        return any(FaultKind.DISK) ? 30 * at(time, service) : any(FaultKind.MEMORY_LEAK) ? at(time, service) : 0;
    }

    double sockets(double time, int service) {
        double s = at(time, service);
        return any(FaultKind.SOCKETS) ? 8 * s : any(FaultKind.CONNECTION_POOL) ? s : any(FaultKind.NETWORK_DELAY, FaultKind.PACKET_LOSS) ? 0.3 * s : 0;
    }
}
