package com.srecopilot.telemetry.receiver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.snappy.SnappyDecompressor;
import jakarta.servlet.http.HttpServletRequest;

/** What came, unpacked within bounds. */
final class Body {

    static final int WIRE = 8 << 20;
    static final int INFLATED = 16 << 20;

    private Body() {
    }

    /** @throws Refused when it is too large or not packed as it says */
    static byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > WIRE) {
            throw Refused.tooLarge();
        }
        byte[] wire = limited(request.getInputStream(), WIRE);
        String encoding = request.getHeader("Content-Encoding");
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT).strip()) {
            case "identity", "" -> wire;
            case "gzip" -> gunzipped(wire);
            case "snappy" -> unsnapped(wire);
            default -> throw Refused.unreadable("only gzip and snappy are understood as Content-Encoding");
        };
    }

    /** The length that it claims is checked before there is room made for it. */
    static byte[] unsnapped(byte[] wire) {
        try {
            int length = SnappyDecompressor.getUncompressedLength(wire, 0);
            if (length > INFLATED) {
                throw Refused.tooLarge();
            }
            byte[] body = new byte[Math.max(0, length)];
            int written = new SnappyDecompressor().decompress(wire, 0, wire.length, body, 0, body.length);
            if (written != body.length) {
                throw Refused.unreadable("the body is not packed with snappy");
            }
            return body;
        } catch (MalformedInputException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refused.unreadable("the body is not packed with snappy (its block format)");
        }
    }

    private static byte[] gunzipped(byte[] wire) {
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            return limited(unpacking, INFLATED);
        } catch (IOException e) {
            throw Refused.unreadable("the body is not packed with gzip, as its Content-Encoding says");
        }
    }

    private static byte[] limited(InputStream body, int most) throws IOException {
        byte[] read = body.readNBytes(most + 1);
        if (read.length > most) {
            throw Refused.tooLarge();
        }
        return read;
    }
}
