package com.srecopilot.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Asks for pages at fixed times, over kept connections; an answer's time counts from when its request was due. */
final class PageLoad {

    private static final int CONNECTIONS = 64;
    private static final Pattern SHOWN = Pattern.compile("HTTP/1.1 [23].*");

    private final int port;
    private final String cookie;

    PageLoad(int port, String cookie) {
        this.port = port;
        this.cookie = cookie;
    }

    /** @param millis sorted */
    record Result(int answers, int failures, double[] millis) {

        static Result of(Collection<Result> parts) {
            return new Result(parts.stream().mapToInt(Result::answers).sum(), parts.stream().mapToInt(Result::failures).sum(),
                    parts.stream().flatMapToDouble(part -> Arrays.stream(part.millis)).sorted().toArray());
        }

        double percentile(double share) {
            return millis.length == 0 ? Double.NaN : millis[(int) Math.min(millis.length - 1, millis.length * share)];
        }
    }

    private record Answer(String kind, double millis, boolean fine) {
    }

    /** @param kinds the n-th path of each; they take turns */
    Map<String, Result> run(double seconds, double perSecond, Map<String, IntFunction<String>> kinds) throws InterruptedException {
        List<String> names = List.copyOf(kinds.keySet());
        var answers = new ConcurrentLinkedQueue<Answer>();
        var next = new AtomicInteger();
        var done = new CountDownLatch(CONNECTIONS);
        long start = System.nanoTime();
        for (int i = 0; i < CONNECTIONS; i++) {
            new Thread(() -> {
                ask(start, (int) (seconds * perSecond), perSecond, next, names, kinds, answers);
                done.countDown();
            }).start();
        }
        done.await();
        var results = new LinkedHashMap<String, Result>();
        names.forEach(name -> results.put(name, result(answers.stream().filter(answer -> answer.kind.equals(name)).toList())));
        return results;
    }

    private void ask(long start, int requests, double perSecond, AtomicInteger next, List<String> names,
            Map<String, IntFunction<String>> kinds, ConcurrentLinkedQueue<Answer> answers) {
        try (var socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
            for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                long due = start + (long) (n / perSecond * 1e9);
                Load.sleepUntil(due);
                String kind = names.get(n % names.size());
                socket.getOutputStream().write(request(kinds.get(kind).apply(n / names.size())));
                boolean fine = Load.answered(in, SHOWN);
                answers.add(new Answer(kind, (System.nanoTime() - due) / 1e6, fine));
            }
        } catch (IOException e) {
            System.err.println("A connection broke: " + e);
        }
    }

    private byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\nCookie: " + cookie + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Result result(List<Answer> answers) {
        var fine = new ArrayList<>(answers);
        fine.removeIf(answer -> !answer.fine);
        return new Result(answers.size(), answers.size() - fine.size(), answers.stream().mapToDouble(Answer::millis).sorted().toArray());
    }
}
