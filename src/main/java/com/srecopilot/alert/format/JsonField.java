package com.srecopilot.alert.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A place in a JSON body that knows its path, so that whatever is wrong there can be named to the sender. */
public record JsonField(JsonNode node, String path) {

    private static final Pattern UNFILLED = Pattern.compile("\\$[A-Z0-9_]+|\\{[A-Z.0-9]+\\}");

    public JsonField at(String name) {
        JsonNode child = node != null && node.isObject() ? node.get(name) : null;
        return new JsonField(child, path.isEmpty() ? name : path + "." + name);
    }

    public boolean present() {
        return node != null && !node.isNull();
    }

    public JsonField object() {
        if (!present() || !node.isObject()) {
            throw wrong("must be an object");
        }
        return this;
    }

    public List<JsonField> items() {
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
    public String text() {
        if (!present()) {
            return "";
        }
        if (!node.isString()) {
            throw wrong("must be text");
        }
        return node.stringValue();
    }

    /** A text or a number or a boolean as text, "" when absent. @throws Unreadable for an object or an array */
    public String value() {
        if (present() && scalar().isEmpty() && !node.isString()) {
            throw wrong("must be text");
        }
        return scalar();
    }

    /** The first that says something, each a path such as {@code monitor.name}; an unfilled template variable says nothing. */
    public String first(String... paths) {
        for (String each : paths) {
            String text = walk(each).value();
            if (!text.isBlank() && !UNFILLED.matcher(text).matches()) {
                return text;
            }
        }
        return "";
    }

    /** Follows names joined by dots; absent when one of them is. @throws Unreadable when one on the way is no object */
    public JsonField walk(String names) {
        JsonField here = this;
        for (String name : names.split("\\.")) {
            here = here.present() ? here.object().at(name) : here.at(name);
        }
        return here;
    }

    /** The first of an array's texts, or the text; "" when there is none. */
    public String firstItem() {
        return present() && node.isArray() ? items().stream().map(JsonField::scalar).findFirst().orElse("") : value();
    }

    /** Itself, or its items when it is an array. */
    public List<JsonField> each() {
        return present() && node.isArray() ? items() : List.of(this);
    }

    /** The scalars of an object by their names; what is nested stays out. */
    public Map<String, String> scalars() {
        var scalars = new LinkedHashMap<String, String>();
        if (present()) {
            object().node.propertyNames().forEach(name -> scalars.put(name, at(name).scalar()));
        }
        scalars.values().removeIf(String::isBlank);
        return scalars;
    }

    /** The same with names in lower case, letters and digits only, for senders whose templates people type: {@code $ALERT_ID} is {@code alertid}. */
    public JsonField plainNames() {
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        object().node.properties().forEach(each -> plain.set(plain(each.getKey()), each.getValue()));
        return new JsonField(plain, path);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** An object of texts, in its own order; empty when absent. */
    public Map<String, String> texts() {
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
    public String scalar() {
        boolean scalar = present() && (node.isString() || node.isNumber() || node.isBoolean());
        return scalar ? node.asString() : "";
    }

    public Unreadable wrong(String rule) {
        String name = path.isEmpty() ? "The body" : path;
        return new Unreadable(path, name + " " + rule);
    }
}
