package com.srecopilot.hypothesis.suggestion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.hypothesis.suggestion.Trial.Asked;

/** The public texts that suggestions are fitted to and measured on. They are not part of the product. */
final class PublicTexts {

    static final Path FOLDER = Path.of("../shared/data/text");
    static final String MAJORITY = "the most frequent";
    static final String KEYWORDS = "keywords";
    static final String SERVICE = "what the service had most";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> SEVERITIES = Map.of("critical", "critical", "warning", "medium", "info", "low");
    private static final Pattern GRAVE = Pattern.compile("(?i)down|missing|unavailable|unreachable|fail|lost|dead|critical|full|expired");
    private static final Pattern DAY = Pattern.compile("20[12]\\d-[01]\\d-[0-3]\\d");
    private static final int FOLDS = 5;

    private PublicTexts() {
    }

    private record Rule(String technology, String text, Learned learned) {
    }

    private record Report(String day, String service, String text, Learned learned) {
    }

    static List<Learned> severities() throws IOException {
        return rules().stream().map(Rule::learned).toList();
    }

    /** Rules of technologies that the model has not seen: five parts, each by the other four. */
    static Trial severity() throws IOException {
        List<Rule> rules = rules();
        List<String> technologies = new ArrayList<>(rules.stream().map(Rule::technology).distinct().toList());
        Collections.shuffle(technologies, new Random(1));
        var trial = new Trial();
        for (int fold = 0; fold < FOLDS; fold++) {
            int part = fold;
            Map<Boolean, List<Rule>> split = rules.stream().collect(java.util.stream.Collectors.partitioningBy(rule -> technologies.indexOf(rule.technology()) % FOLDS == part));
            List<Learned> known = split.get(false).stream().map(Rule::learned).toList();
            Classifier model = Classifier.fit(known);
            String majority = Trial.majority(known);
            split.get(true).forEach(rule -> trial.add(asked(model, rule.learned(), Map.of(MAJORITY, majority,
                    KEYWORDS, GRAVE.matcher(rule.text()).find() ? "critical" : "medium"))));
        }
        return trial;
    }

    /** One provider's reports in the order of their days: each of the later half by all before it, as a tenant's history grows. */
    static Trial category(boolean serviceTold) throws IOException {
        List<Report> reports = reports(serviceTold);
        var trial = new Trial();
        for (int i = reports.size() / 2; i < reports.size(); i++) {
            Report asked = reports.get(i);
            List<Report> past = reports.subList(0, i).stream().filter(report -> report.day().compareTo(asked.day()) < 0).toList();
            List<Learned> known = past.stream().map(Report::learned).toList();
            String majority = Trial.majority(known);
            List<Learned> same = past.stream().filter(report -> report.service().equals(asked.service())).map(Report::learned).toList();
            trial.add(asked(Classifier.fit(known), asked.learned(), Map.of(MAJORITY, majority, KEYWORDS, keyword(asked.text(), majority),
                    SERVICE, same.isEmpty() ? majority : Trial.majority(same))));
        }
        return trial;
    }

    private static String keyword(String text, String otherwise) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        var words = new java.util.LinkedHashMap<String, String>();
        words.put("sql|database|spanner|bigtable|firestore|datastore", "database");
        words.put("storage|filestore|disk|bucket", "storage");
        words.put("network|load balanc|dns|vpn|interconnect|cdn|packet", "network");
        words.put("bigquery|dataflow|dataproc|pub/sub|composer", "analytics");
        words.put("compute|kubernetes|gke|app engine|functions|cloud run|instance", "compute");
        words.put("monitoring|logging|console|stackdriver", "management");
        words.put("identity|iam|secret|login|auth", "security");
        return words.entrySet().stream().filter(word -> Pattern.compile(word.getKey()).matcher(lower).find()).map(Map.Entry::getValue).findFirst().orElse(otherwise);
    }

    private static Asked asked(Classifier model, Learned learned, Map<String, String> trivial) {
        return model.guess(learned.features()).map(guess -> new Asked(learned.answer(), guess.value(), guess.confidence(), trivial))
                .orElseGet(() -> new Asked(learned.answer(), "", 0, new HashMap<>(trivial)));
    }

    private static List<Rule> rules() throws IOException {
        return lines("prometheus_rules.jsonl").stream().map(rule -> {
            String title = rule.get("alertname").asString() + " " + rule.get("summary").asString();
            String body = rule.get("description").asString();
            return new Rule(rule.get("exporter").asString(), title + " " + body, new Learned(Features.of(title, body), SEVERITIES.get(rule.get("severity").asString())));
        }).toList();
    }

    private static List<Report> reports(boolean serviceTold) throws IOException {
        var reports = new ArrayList<Report>();
        for (JsonNode report : lines("cloud_incidents.jsonl.gz")) {
            Matcher day = DAY.matcher(report.get("text").asString());
            if (report.get("vendor").asString().equals("gcp") && day.find()) {
                String title = report.get("title").asString();
                String service = report.get("service").asString();
                reports.add(new Report(day.group(), service, title + " " + report.get("text").asString(),
                        new Learned(Features.of(title, report.get("text").asString()).mark("service", serviceTold ? service : ""), report.get("service_category").asString())));
            }
        }
        reports.sort(Comparator.comparing(Report::day));
        return reports;
    }

    private static List<JsonNode> lines(String file) throws IOException {
        InputStream in = Files.newInputStream(FOLDER.resolve(file));
        try (var reader = new BufferedReader(new InputStreamReader(file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return reader.lines().map(JSON::readTree).toList();
        }
    }
}
