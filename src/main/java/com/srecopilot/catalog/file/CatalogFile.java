package com.srecopilot.catalog.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

import com.srecopilot.catalog.Runbook;
import com.srecopilot.identity.Invalid;

/**
 * What a file says.
 *
 * @param problems by line; with any of them the file can't be taken over
 */
record CatalogFile(List<Entry> entries, List<Problem> problems) {

    static final int MOST_SERVICES = 2_000;
    private static final int MOST_CALLS = 500;
    private static final List<String> TOP = List.of("services");
    private static final List<String> FIELDS = List.of("name", "tier", "region", "owner", "description", "runbooks", "depends_on");
    private static final List<String> LINK = List.of("url", "title");

    static CatalogFile parse(String text) {
        var tree = new YamlTree();
        List<Entry> entries = new ArrayList<>();
        Node root = tree.read(text);
        if (root != null) {
            Node services = tree.fields(root, TOP).get("services");
            if (services == null && tree.problems().isEmpty()) {
                tree.note(root, "needs a list under services:");
            }
            if (services != null) {
                tree.items(services, MOST_SERVICES, "services").forEach(node -> entries.add(entry(tree, node)));
            }
            namedOnce(tree, entries);
        }
        return new CatalogFile(entries, tree.problems().stream().sorted(Comparator.comparingInt(Problem::line)).toList());
    }

    private static Entry entry(YamlTree tree, Node node) {
        Map<String, Node> fields = tree.fields(node, FIELDS);
        String name = text(tree, fields, "name", 200);
        String tier = text(tree, fields, "tier", 200);
        if (node instanceof MappingNode && (name == null || name.isEmpty())) {
            tree.note(node, "a service needs a name");
        }
        if (tier != null && !tier.matches("[1-4]?")) {
            tree.note(fields.get("tier"), "tier is 1, 2, 3 or 4; this is " + YamlTree.quoted(tier));
        }
        return new Entry(node.getStartMark().getLine() + 1, name == null ? "" : name, tier, text(tree, fields, "region", 80),
                text(tree, fields, "owner", 80), text(tree, fields, "description", 2_000), runbooks(tree, fields.get("runbooks")),
                calls(tree, fields.get("depends_on"), name));
    }

    private static String text(YamlTree tree, Map<String, Node> fields, String field, int longest) {
        return fields.containsKey(field) ? tree.text(fields.get(field), field, longest) : null;
    }

    private static List<String> runbooks(YamlTree tree, Node node) {
        if (node == null) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        for (Node item : tree.items(node, Runbook.MOST, "runbooks")) {
            try {
                lines.add(Runbook.parse(link(tree, item)).line());
            } catch (Invalid e) {
                tree.note(item, "a runbook " + e.getMessage());
            }
        }
        return lines;
    }

    private static String link(YamlTree tree, Node item) {
        if (!(item instanceof MappingNode)) {
            return tree.text(item, "a runbook", 1_000);
        }
        Map<String, Node> fields = tree.fields(item, LINK);
        String title = text(tree, fields, "title", 500);
        return text(tree, fields, "url", 500) + (title == null ? "" : " " + title);
    }

    private static List<String> calls(YamlTree tree, Node node, String caller) {
        if (node == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (Node item : tree.items(node, MOST_CALLS, "depends_on")) {
            String callee = tree.text(item, "a name", 200);
            if (callee.isEmpty() || callee.equals(caller)) {
                tree.note(item, callee.isEmpty() ? "depends_on holds an empty name" : "a service can't depend on itself");
            }
            names.add(callee);
        }
        return names.stream().distinct().sorted().toList();
    }

    private static void namedOnce(YamlTree tree, List<Entry> entries) {
        Map<String, Integer> lines = new HashMap<>();
        entries.stream().filter(entry -> !entry.name().isEmpty()).forEach(entry -> {
            Integer before = lines.putIfAbsent(entry.name(), entry.line());
            if (before != null) {
                tree.note(entry.line(), YamlTree.quoted(entry.name()) + " is already described in line " + before);
            }
        });
    }
}
