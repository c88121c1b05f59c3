package com.srecopilot.telemetry.receiver;

import java.util.List;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

import com.srecopilot.telemetry.Labels;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;

/** What OpenTelemetry says of a thing beside its numbers. */
final class Attributes {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 4_000;
    /** Of a resource's many attributes those that tell one series from another. */
    private static final List<String> OF_RESOURCE = List.of("service.name", "service.namespace", "service.instance.id", "k8s.pod.name", "host.name", "container.name");

    private Attributes() {
    }

    /** Whose telemetry it is. */
    static String service(Resource resource) {
        String name = text(resource.getAttributesList(), "service.name");
        return name.isBlank() ? "unknown" : Labels.clean(name.strip(), LONGEST_NAME);
    }

    static Labels labels(String metric, Resource resource, List<KeyValue> attributes) {
        var labels = new Labels();
        labels.metric(metric);
        resource.getAttributesList().stream().filter(each -> OF_RESOURCE.contains(each.getKey())).forEach(each -> labels.put(each.getKey(), text(each.getValue())));
        attributes.forEach(each -> labels.put(each.getKey(), text(each.getValue())));
        return labels;
    }

    /** Empty when there is none. */
    static String text(List<KeyValue> attributes, String key) {
        return attributes.stream().filter(each -> each.getKey().equals(key)).findFirst().map(each -> text(each.getValue())).orElse("");
    }

    static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case ARRAY_VALUE, KVLIST_VALUE -> nested(value);
            default -> "";
        };
    }

    private static String nested(AnyValue value) {
        if (value.hasKvlistValue()) {
            for (String key : List.of("message", "msg", "body", "log")) {
                String said = text(value.getKvlistValue().getValuesList(), key);
                if (!said.isEmpty()) {
                    return said;
                }
            }
        }
        try {
            return Labels.clean(JsonFormat.printer().omittingInsignificantWhitespace().print(value), LONGEST_TEXT);
        } catch (InvalidProtocolBufferException e) {
            return "";
        }
    }
}
