package com.srecopilot.hypothesis.rootcause;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What services say that they never said before, what they no longer say, and whom they complain of. */
final class LogEvidence {

    private static final int MOST_TEMPLATES = 50_000;
    private static final int LONGEST = 160;
    private static final Pattern VARIABLE = Pattern.compile("\"[^\"]*\"|'[^']*'|\\{.*|\\[.*?]|[-+]?\\b\\w*\\d[\\w.:-]*\\b");
    private static final Pattern TROUBLE = Pattern.compile(
            "error|exception|fail|fatal|panic|timed? ?out|refused|denied|unavailable|abort|severe|critical|traceback|out of memory|oom|deadlock");

    final Channel troubles = new Channel();
    final Channel novelties = new Channel();
    final Channel silences = new Channel();
    final Channel complaints = new Channel();
    private final Map<List<String>, int[]> counts = new HashMap<>();
    private final Map<String, int[]> totals = new HashMap<>();
    private final Map<List<String>, Set<String>> named = new HashMap<>();
    private final Map<String, String> services = new HashMap<>();

    LogEvidence(Telemetry telemetry, double onset) {
        List<LogLine> logs = telemetry.logs();
        if (logs.isEmpty()) {
            return;
        }
        telemetry.services().forEach(s -> services.put(s.toLowerCase(Locale.ROOT), s));
        double first = logs.stream().mapToDouble(LogLine::at).min().orElse(0);
        double last = logs.stream().mapToDouble(LogLine::at).max().orElse(0);
        Windows windows = new Windows(onset, first, 0, List.of());
        logs.forEach(line -> count(line, windows));
        double ratio = windows.ratio(first, last);
        counts.forEach((key, count) -> point(key, count, ratio));
    }

    private void count(LogLine line, Windows windows) {
        boolean after = windows.after(line.at());
        if (counts.size() > MOST_TEMPLATES || !after && !windows.before(line.at())) {
            return;
        }
        List<String> key = List.of(line.service(), template(line.message()));
        counts.computeIfAbsent(key, k -> new int[2])[after ? 1 : 0]++;
        totals.computeIfAbsent(line.service(), k -> new int[2])[after ? 1 : 0]++;
        if (after && !named.containsKey(key)) {
            named.put(key, mentioned(line));
        }
    }

    private Set<String> mentioned(LogLine line) {
        Set<String> found = new HashSet<>();
        for (String word : line.message().toLowerCase(Locale.ROOT).split("[^\\w.-]+", 40)) {
            String service = services.get(word);
            if (service != null && !service.equals(line.service())) {
                found.add(service);
            }
        }
        return found;
    }

    static String template(String message) {
        String head = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
        return VARIABLE.matcher(head.toLowerCase(Locale.ROOT)).replaceAll("*");
    }

    private void point(List<String> key, int[] count, double ratio) {
        double expected = count[0] * ratio;
        double surprise = (count[1] - expected) / Math.sqrt(expected + 1);
        boolean trouble = TROUBLE.matcher(key.get(1)).find();
        String words = "logs “" + key.get(1) + "” " + count[1] + " times, " + count[0] + " before";
        if (count[1] >= 2 && surprise > 2 && (trouble || count[0] == 0)) {
            (trouble ? troubles : novelties).point(key.get(0), Math.log1p(surprise) / 2.5, words);
        }
        if (trouble && count[1] >= 2 && surprise > 2) {
            named.getOrDefault(key, Set.of()).forEach(s -> complaints.point(s, Math.log1p(surprise) / 2.5, key.get(0) + " " + words));
        }
        vanished(key, count, expected, words);
    }

    /** Lines that became rarer among all lines of the service: it goes another way through its code. */
    private void vanished(List<String> key, int[] count, double usual, String words) {
        int[] total = totals.get(key.get(0));
        double expected = Math.min(usual, count[0] * (double) total[1] / Math.max(1, total[0]));
        double missing = (expected - count[1]) / Math.sqrt(expected + 1);
        if (expected >= 4 && missing > 2) {
            silences.point(key.get(0), Math.log1p(missing) / 2.5 * (1 - count[1] / expected), words);
        }
    }
}
