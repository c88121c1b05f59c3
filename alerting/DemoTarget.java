import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A small service to watch. Run it with {@code java alerting/DemoTarget.java [port]}, then break it with
 * {@code curl localhost:9101/break} and mend it with {@code curl localhost:9101/mend}. It serves a steady ten requests
 * a second to itself; broken, a third of them fail.
 */
public class DemoTarget {

    private static final long STARTED = System.nanoTime();
    private static final AtomicBoolean BROKEN = new AtomicBoolean();
    private static double good;
    private static double bad;
    private static double countedUntil;

    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9101;
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext("/metrics", exchange -> answer(exchange, metrics()));
        server.createContext("/break", exchange -> answer(exchange, set(true)));
        server.createContext("/mend", exchange -> answer(exchange, set(false)));
        server.start();
        System.out.println("payment-service of the demo shop on http://localhost:" + port + "/metrics (/break, /mend)");
    }

    private static synchronized String set(boolean broken) {
        count();
        BROKEN.set(broken);
        return broken ? "broken: a third of the requests fail\n" : "mended\n";
    }

    private static synchronized String metrics() {
        count();
        return """
                # HELP http_requests_total Requests answered, by status.
                # TYPE http_requests_total counter
                http_requests_total{status="200"} %.0f
                http_requests_total{status="503"} %.0f
                """.formatted(good, bad);
    }

    private static void count() {
        double now = (System.nanoTime() - STARTED) / 1e9;
        double requests = (now - countedUntil) * 10;
        countedUntil = now;
        bad += BROKEN.get() ? requests / 3 : 0;
        good += BROKEN.get() ? requests * 2 / 3 : requests;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
