package com.srecopilot.alert;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import com.srecopilot.alert.format.IncomingAlert;
import com.srecopilot.identity.IngestKey;

/** Deliveries of one source as bytes: one after the other, each text with its length before it. What was read of a body comes along, since its mapping may change. */
final class DeliveryPack {

    private static final TypeReference<List<IncomingAlert>> SAID = new TypeReference<>() { };
    private static final int NO_TEXT = -1;

    private DeliveryPack() {
    }

    static byte[] packed(List<Delivery> deliveries, JsonMapper json) {
        var bytes = new ByteArrayOutputStream(deliveries.size() * 2_048);
        try (var out = new DataOutputStream(bytes)) {
            for (Delivery delivery : deliveries) {
                pack(delivery, json, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<Delivery> unpacked(byte[] packed, IngestKey source, JsonMapper json) {
        var deliveries = new ArrayList<Delivery>();
        try (var in = new DataInputStream(new ByteArrayInputStream(packed))) {
            while (in.available() > 0) {
                deliveries.add(unpack(source, json, in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deliveries;
    }

    private static void pack(Delivery delivery, JsonMapper json, DataOutputStream out) throws IOException {
        out.writeLong(delivery.receipt().getMostSignificantBits());
        out.writeLong(delivery.receipt().getLeastSignificantBits());
        out.writeLong(delivery.receivedAt().toEpochMilli());
        write(delivery.format(), out);
        write(delivery.refusal(), out);
        write(delivery.body(), out);
        write(json.writeValueAsBytes(delivery.alerts()), out);
    }

    private static Delivery unpack(IngestKey source, JsonMapper json, DataInputStream in) throws IOException {
        var receipt = new UUID(in.readLong(), in.readLong());
        Instant receivedAt = Instant.ofEpochMilli(in.readLong());
        String format = text(in);
        String refusal = text(in);
        String body = text(in);
        return new Delivery(receipt, source, format, receivedAt, json.readValue(bytes(in.readInt(), in), SAID), refusal, body);
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        if (text == null) {
            out.writeInt(NO_TEXT);
        } else {
            write(text.getBytes(StandardCharsets.UTF_8), out);
        }
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NO_TEXT ? null : new String(bytes(length, in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int length, DataInputStream in) throws IOException {
        return in.readNBytes(length);
    }
}
