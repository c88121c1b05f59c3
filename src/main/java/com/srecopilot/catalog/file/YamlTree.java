package com.srecopilot.catalog.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML document as nodes that know their lines. Nothing is built from it, so that no tag means anything; what is wrong is collected. */
final class YamlTree {

    static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_PROBLEMS = 50;
    private static final int DEEPEST = 12;
    private static final int MOST_ALIASES = 50;

    private final List<Problem> problems = new ArrayList<>();

    /** @return null, with a problem noted, when it can't be read or is empty */
    Node read(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            return root != null ? root : note(1, "holds nothing");
        } catch (MarkedYAMLException e) {
            return note(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, e.getProblem());
        } catch (YAMLException e) {
            return note(1, e.getMessage());
        }
    }

    /** By key; a key that comes twice, or that is none of these, is a problem. */
    Map<String, Node> fields(Node node, List<String> known) {
        var fields = new LinkedHashMap<String, Node>();
        if (!(node instanceof MappingNode mapping)) {
            note(node, "needs fields here, such as " + known.get(0) + ": …");
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(key)) {
                note(tuple.getKeyNode(), "knows no field " + quoted(key) + "; there are " + String.join(", ", known));
            } else if (fields.put(key, tuple.getValueNode()) != null) {
                note(tuple.getKeyNode(), quoted(key) + " is there twice");
            }
        }
        return fields;
    }

    /** The items of a list; nothing for {@code null}. */
    List<Node> items(Node node, int most, String what) {
        if (node instanceof ScalarNode scalar && absent(scalar)) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            note(node, what + " needs a list");
            return List.of();
        }
        if (sequence.getValue().size() > most) {
            note(node, what + " takes at most " + most + "; this has " + sequence.getValue().size());
            return List.of();
        }
        return sequence.getValue();
    }

    /** One value as it is written, whatever YAML takes it for: 1 and yes stay words. Empty for {@code null}. */
    String text(Node node, String what, int longest) {
        if (!(node instanceof ScalarNode scalar)) {
            note(node, what + " needs one value");
            return "";
        }
        String text = absent(scalar) ? "" : scalar.getValue().strip();
        if (text.length() > longest) {
            note(node, what + " takes at most " + longest + " characters; this has " + text.length());
        } else if (text.indexOf(0) >= 0) {
            note(node, what + " can't hold U+0000");
        }
        return text;
    }

    Node note(Node node, String message) {
        return note(node.getStartMark().getLine() + 1, message);
    }

    Node note(int line, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Problem(line, message));
        }
        return null;
    }

    List<Problem> problems() {
        return problems;
    }

    static String quoted(String text) {
        return "“" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "”";
    }

    private static boolean absent(ScalarNode scalar) {
        return scalar.isPlain() && List.of("", "~", "null").contains(scalar.getValue());
    }
}
