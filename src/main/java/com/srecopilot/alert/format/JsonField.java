package com.srecopilot.alert.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** A place in a JSON body that knows its path, so that whatever is wrong there can be named to the sender. */
record JsonField(JsonNode node, String path) {

    JsonField at(String name) {
        JsonNode child = node.isObject() ? node.get(name) : null;
        return new JsonField(child, path.isEmpty() ? name : path + "." + name);
    }

    boolean present() {
        return node != null && !node.isNull();
    }

    JsonField object() {
        if (!present() || !node.isObject()) {
            throw wrong("must be an object");
        }
        return this;
    }

    List<JsonField> items() {
        if (!present() || !node.isArray()) {
            throw wrong("must be an array");
        }
        var items = new ArrayList<JsonField>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(new JsonField(node.get(i), path + "[" + i + "]"));
        }
        return items;
    }

    /** The text, or "" when absent or null. */
    String text() {
        if (!present()) {
            return "";
        }
        if (!node.isString()) {
            throw wrong("must be text");
        }
        return node.stringValue();
    }

    /** An object of texts, in its own order; empty when absent. */
    Map<String, String> texts() {
        if (!present()) {
            return Map.of();
        }
        object();
        var texts = new LinkedHashMap<String, String>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            texts.put(entry.getKey(), at(entry.getKey()).text());
        }
        return texts;
    }

    /** Any scalar as text, "" for everything else: for bodies whose shape nobody promised. */
    String scalar() {
        boolean scalar = present() && (node.isString() || node.isNumber() || node.isBoolean());
        return scalar ? node.asString() : "";
    }

    Unreadable wrong(String rule) {
        String name = path.isEmpty() ? "The body" : path;
        return new Unreadable(path, name + " " + rule);
    }
}
