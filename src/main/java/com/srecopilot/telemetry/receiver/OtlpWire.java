package com.srecopilot.telemetry.receiver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.srecopilot.telemetry.Labels;

/** OpenTelemetry's two spellings, and answers in the one that was used. @param json instead of protobuf */
record OtlpWire(boolean json) {

    private static final MediaType PROTOBUF = MediaType.parseMediaType("application/x-protobuf");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NO_MESSAGE = "the body is no such message of OpenTelemetry: ";
    /** Where the library's limit is set: nothing for senders. */
    private static final Pattern LIBRARY = Pattern.compile(",? from `[^`]*`");
    private static final List<String> IDS = List.of("traceId", "spanId", "parentSpanId");
    private static final Map<HttpStatus, Integer> CODES = Map.of(HttpStatus.BAD_REQUEST, 3, HttpStatus.UNAUTHORIZED, 16, HttpStatus.CONTENT_TOO_LARGE, 8, HttpStatus.SERVICE_UNAVAILABLE, 14);

    static OtlpWire of(String contentType) {
        return new OtlpWire(contentType != null && contentType.contains("json"));
    }

    /** @throws Refused when it is no such message */
    <B extends Message.Builder> B read(byte[] body, B into) {
        try {
            if (json) {
                JsonNode tree = JSON.readTree(body);
                respell(tree);
                JsonFormat.parser().ignoringUnknownFields().merge(tree.toString(), into);
            } else {
                into.mergeFrom(body);
            }
            return into;
        } catch (JacksonException e) {
            throw Refused.unreadable(NO_MESSAGE + Labels.clean(LIBRARY.matcher(e.getOriginalMessage()).replaceAll(""), 200));
        } catch (InvalidProtocolBufferException e) {
            throw Refused.unreadable(NO_MESSAGE + (json ? Labels.clean(e.getMessage().lines().findFirst().orElse(""), 200) : "it breaks off, or is damaged"));
        }
    }

    /** Ids are in hexadecimal there, where JSON of protobuf has Base64. */
    private static void respell(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String id : IDS) {
                if (object.has(id)) {
                    object.put(id, Base64.getEncoder().encodeToString(bytes(object.path(id).asString(""))));
                }
            }
        }
        node.forEach(OtlpWire::respell);
    }

    /** None of one that is not in hexadecimal: who needs it says so, and the rest of the delivery stands. */
    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    ResponseEntity<byte[]> answer(MessageOrBuilder message) {
        try {
            byte[] body = json ? JsonFormat.printer().omittingInsignificantWhitespace().print(message).getBytes(StandardCharsets.UTF_8)
                    : ((Message.Builder) message).build().toByteArray();
            return ResponseEntity.ok().contentType(type()).body(body);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a {@code google.rpc.Status}. */
    ResponseEntity<byte[]> failed(HttpStatus status, String reason) {
        return Doorkeeper.status(status).contentType(type()).body(json ? JSON.writeValueAsBytes(Map.of("code", CODES.get(status), "message", reason)) : encoded(CODES.get(status), reason));
    }

    private static byte[] encoded(int code, String reason) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = CodedOutputStream.newInstance(bytes);
            out.writeInt32(1, code);
            out.writeString(2, reason);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MediaType type() {
        return json ? MediaType.APPLICATION_JSON : PROTOBUF;
    }
}
