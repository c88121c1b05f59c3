package com.srecopilot.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Posts bodies over kept connections, with as little work of its own as possible: the same for whoever is measured. */
final class Load {

    private static final Pattern TAKEN = Pattern.compile("HTTP/1.1 2.*");

    private final int port;
    private final String path;
    private final int connections;

    Load(int port, String path, int connections) {
        this.port = port;
        this.path = path;
        this.connections = connections;
    }

    /** @param millis of each answer, sorted; those with another status than 2xx are failures */
    record Result(long answers, long failures, double seconds, double[] millis) {

        double perSecond() {
            return answers / seconds;
        }

        double percentile(double share) {
            return millis.length == 0 ? Double.NaN : millis[(int) Math.min(millis.length - 1, millis.length * share)];
        }
    }

    /**
     * @param posts how many at most
     * @param perSecond how many a second, evenly; 0 as many as possible
     * @param body of the n-th post
     */
    Result run(double seconds, int posts, double perSecond, IntFunction<String> body) throws InterruptedException {
        var next = new AtomicInteger();
        var failures = new LongAdder();
        var done = new CountDownLatch(connections);
        double[][] millis = new double[connections][];
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        for (int i = 0; i < connections; i++) {
            int index = i;
            new Thread(() -> {
                millis[index] = post(start, end, posts, perSecond, next, failures, body);
                done.countDown();
            }).start();
        }
        done.await();
        double took = (System.nanoTime() - start) / 1e9;
        double[] all = Arrays.stream(millis).flatMapToDouble(Arrays::stream).sorted().toArray();
        return new Result(all.length - failures.sum(), failures.sum(), took, all);
    }

    private double[] post(long start, long end, int posts, double perSecond, AtomicInteger next, LongAdder failures, IntFunction<String> body) {
        double[] millis = new double[1 << 10];
        int count = 0;
        try (var socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
            for (int n = next.getAndIncrement(); n < posts && System.nanoTime() < end; n = next.getAndIncrement()) {
                long due = perSecond == 0 ? System.nanoTime() : start + (long) (n / perSecond * 1e9);
                sleepUntil(due);
                out.write(request(body.apply(n)));
                if (!answered(in, TAKEN)) {
                    failures.increment();
                }
                millis = count == millis.length ? Arrays.copyOf(millis, count * 2) : millis;
                millis[count++] = (System.nanoTime() - due) / 1e6;
            }
        } catch (IOException e) {
            System.err.println("A connection broke: " + e);
            failures.increment();
        }
        return Arrays.copyOf(millis, count);
    }

    /** In one piece, as senders send what is small. */
    private byte[] request(String body) {
        int length = body.length(); // in bytes too: all of it is ASCII
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    static void sleepUntil(long due) {
        long left = due - System.nanoTime();
        if (left > 100_000) {
            try {
                Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Reads one answer to its end. @param fine what its first line must match */
    static boolean answered(InputStream in, Pattern fine) throws IOException {
        String status = line(in);
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            length = lower.startsWith("content-length:") ? Integer.parseInt(lower.substring(15).strip()) : length;
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        for (int size = chunked ? Integer.parseInt(line(in), 16) : length; size > 0; size = chunked ? Integer.parseInt(line(in), 16) : 0) {
            in.skipNBytes(chunked ? size + 2 : size);
        }
        if (chunked) {
            line(in);
        }
        return fine.matcher(status).matches();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
