package com.srecopilot.telemetry.receiver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many spans one stands for whose sampler leaves others out and says so: {@code ot=th:c} in the trace state, as OpenTelemetry spells its threshold. */
final class Sampling {

    private static final Pattern THRESHOLD = Pattern.compile("(?:^|,)\\s*ot=(?:[^,]*;)?th:([0-9a-f]{1,14})(?:[;,]|\\s*$)");
    private static final int DIGITS = 14;
    private static final double ALL = 1L << 4 * DIGITS;
    private static final int MOST = 1_000_000;

    private Sampling() {
    }

    /** @return 1 when nothing is said */
    static int stands(String traceState) {
        Matcher found = THRESHOLD.matcher(traceState);
        if (!found.find()) {
            return 1;
        }
        long threshold = Long.parseLong(found.group(1), 16) << 4 * (DIGITS - found.group(1).length());
        return (int) Math.min(MOST, Math.round(ALL / (ALL - threshold)));
    }
}
