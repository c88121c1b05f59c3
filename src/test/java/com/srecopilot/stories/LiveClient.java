package com.srecopilot.stories;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens to {@code /live} as a browser does. */
public final class LiveClient implements AutoCloseable {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final InputStream stream;
    private final HttpResponse<InputStream> response;

    /** @param data the lines of the event, joined */
    public record Event(String id, String name, String data) {
    }

    /** @param lastEventId where to go on, or null for now */
    public LiveClient(int port, String cookie, String topics, String lastEventId) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live?topics=" + topics)).header("Cookie", cookie);
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        stream = response.body();
        var reader = new Thread(this::read, "live-client");
        reader.setDaemon(true);
        reader.start();
    }

    public int status() {
        return response.statusCode();
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Whether an event so far holds this. */
    public boolean hears(String words) {
        return events.stream().anyMatch(event -> event.data().contains(words));
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String id = null;
            String name = null;
            var data = new StringBuilder();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6)).append('\n');
                } else if (line.isEmpty() && name != null) {
                    events.add(new Event(id, name, data.toString()));
                    name = null;
                    data.setLength(0);
                }
            }
        } catch (IOException ended) {
            // The node is gone, or the story is over.
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException ended) {
            // It was closed from the other side.
        }
    }
}
