package com.srecopilot.hypothesis.model;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on the loopback address that speaks OpenAI's chat completions, well or badly. */
public final class FakeModel implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Behaviour behaviour = body -> "";

    /** Writes to the open stream what {@link #say} and others make. */
    @FunctionalInterface
    public interface Behaviour {

        String answer(JsonNode body) throws IOException;
    }

    public FakeModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Marks, which stand for what a server does. */
    public static final String STALL = "<<stall>>";
    public static final String PAUSE = "<<pause>>";
    public static final String BREAK = "<<break>>";
    public static final String RAW = "<<raw>>";

    /** Says it in pieces of a few letters. */
    public FakeModel says(String text) {
        behaviour = body -> text;
        return this;
    }

    public FakeModel answers(Behaviour answer) {
        behaviour = answer;
        return this;
    }

    public FakeModel status(int status) {
        behaviour = body -> "<<" + status + ">>";
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    public List<JsonNode> asked() {
        return asked;
    }

    public List<String> credentials() {
        return credentials;
    }

    public List<String> paths() {
        return paths;
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        asked.add(body);
        paths.add(exchange.getRequestURI().toString());
        credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")) + "|" + exchange.getRequestHeaders().getFirst("api-key"));
        String text = behaviour.answer(body);
        if (text.matches("<<\\d{3}>>")) {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/meta-data");
            exchange.sendResponseHeaders(Integer.parseInt(text.substring(2, 5)), 0);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            stream(text, out);
        }
    }

    private void stream(String text, OutputStream out) throws IOException {
        for (String part : text.split("(?=<<)|(?<=>>)")) {
            if (part.equals(STALL) || part.equals(PAUSE)) {
                await(part.equals(STALL) ? 60_000 : 500);
            } else if (part.equals(BREAK)) {
                return;
            } else if (part.startsWith(RAW)) {
                out.write("data: {\"choices\": nonsense\n\n".getBytes(StandardCharsets.UTF_8));
            } else {
                for (int at = 0; at < part.length(); at += 7) {
                    event(out, JSON.writeValueAsString(java.util.Map.of("choices", List.of(java.util.Map.of("delta",
                            java.util.Map.of("content", part.substring(at, Math.min(part.length(), at + 7))))))));
                }
            }
        }
        event(out, "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}");
        event(out, "{\"choices\":[],\"usage\":{\"prompt_tokens\":400,\"completion_tokens\":60,\"total_tokens\":460}}");
        event(out, "[DONE]");
    }

    private static void event(OutputStream out, String data) throws IOException {
        byte[] bytes = ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        int cut = bytes.length / 2;
        out.write(bytes, 0, cut);
        out.flush();
        out.write(bytes, cut, bytes.length - cut);
        out.flush();
    }

    private void await(long millis) {
        try {
            closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
