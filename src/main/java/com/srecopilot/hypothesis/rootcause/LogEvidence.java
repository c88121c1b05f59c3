package com.srecopilot.hypothesis.rootcause;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Log templates that are new or much more frequent, those that speak of errors above all. */
final class LogEvidence {

    private static final int MOST_TEMPLATES = 50_000;
    private static final int LONGEST = 160;
    private static final Pattern VARIABLE = Pattern.compile("\"[^\"]*\"|'[^']*'|\\{.*|\\[.*?]|\\b\\w*\\d[\\w.:-]*\\b");
    private static final Pattern TROUBLE = Pattern.compile(
            "error|exception|fail|fatal|panic|timed? ?out|refused|denied|unavailable|abort|severe|critical|traceback|out of memory|oom|deadlock");

    final Channel channel = new Channel(0.9);

    private static final class Count {
        int before;
        int after;
    }

    LogEvidence(Telemetry telemetry) {
        List<LogLine> logs = telemetry.logs();
        if (logs.isEmpty()) {
            return;
        }
        double first = logs.stream().mapToDouble(LogLine::at).min().orElse(0);
        double last = logs.stream().mapToDouble(LogLine::at).max().orElse(0);
        Windows windows = new Windows(telemetry.start(), first, 0, List.of());
        double guard = Math.min(90, Math.max(0, (telemetry.start() - first) / 2));
        double ratio = Math.max(0.1, Math.min(360, last - telemetry.start())) / Math.max(1, telemetry.start() - guard - first);
        Map<List<String>, Count> counts = new HashMap<>();
        logs.forEach(line -> count(line, windows, counts));
        counts.forEach((key, count) -> point(key.get(0), key.get(1), count, ratio));
    }

    private static void count(LogLine line, Windows windows, Map<List<String>, Count> counts) {
        if (counts.size() > MOST_TEMPLATES) {
            return;
        }
        Count count = counts.computeIfAbsent(List.of(line.service(), template(line.message())), k -> new Count());
        if (windows.after(line.at())) {
            count.after++;
        } else if (windows.before(line.at())) {
            count.before++;
        }
    }

    static String template(String message) {
        String head = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        return VARIABLE.matcher(head.toLowerCase(Locale.ROOT)).replaceAll("*");
    }

    private void point(String service, String template, Count count, double ratio) {
        double expected = count.before * ratio;
        double surprise = (count.after - expected) / Math.sqrt(expected + 1);
        double weight = TROUBLE.matcher(template).find() ? 1 : count.before == 0 ? 0.3 : 0.1;
        if (count.after >= 2 && surprise > 2) {
            channel.point(service, weight * Math.log1p(surprise) / 2.5,
                    "logs “" + template + "” " + count.after + " times, " + count.before + " before");
        }
    }
}
