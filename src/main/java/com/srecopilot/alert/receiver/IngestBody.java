package com.srecopilot.alert.receiver;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import jakarta.servlet.http.HttpServletRequest;

import com.srecopilot.alert.format.Unreadable;

/** A sender's body, as bytes, at most 1 MiB on the wire and inflated. */
final class IngestBody {

    static final int BYTES = 1 << 20;

    private IngestBody() {
    }

    /** @throws TooLarge beyond the limit. @throws Unreadable when it is compressed in a way we don't know, or badly */
    static byte[] read(HttpServletRequest request) throws IOException {
        return inflated(wire(request), request);
    }

    /** As it came: what a signature is over. @throws TooLarge beyond the limit */
    static byte[] wire(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > BYTES) {
            throw new TooLarge(request.getInputStream().readNBytes(TooLarge.KEPT));
        }
        return limited(request.getInputStream());
    }

    /** @throws Unreadable when it is compressed in a way we don't know, or badly */
    static byte[] inflated(byte[] wire, HttpServletRequest request) throws IOException {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return wire;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new Unreadable("Content-Encoding", "Only gzip is understood as Content-Encoding");
        }
        return inflated(wire);
    }

    private static byte[] inflated(byte[] wire) throws IOException {
        try (InputStream inflating = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            return limited(inflating);
        } catch (ZipException | EOFException e) {
            throw new Unreadable("", "The body is not gzip, as its Content-Encoding says");
        }
    }

    private static byte[] limited(InputStream body) throws IOException {
        byte[] read = body.readNBytes(BYTES + 1);
        if (read.length > BYTES) {
            throw new TooLarge(Arrays.copyOf(read, TooLarge.KEPT));
        }
        return read;
    }

    static final class TooLarge extends IOException {

        private static final int KEPT = 2_000;
        private final transient byte[] start;

        private TooLarge(byte[] start) {
            super("The body is larger than 1 MiB");
            this.start = start;
        }

        /** Enough of it to recognise its sender. */
        byte[] start() {
            return start.clone();
        }
    }
}
