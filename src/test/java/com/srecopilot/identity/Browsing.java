package com.srecopilot.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at a browser, without its engine: cookies, forms with their token, no redirects unless asked. */
public class Browsing {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI root;

    public Browsing(int port) {
        this.root = URI.create("http://localhost:" + port);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /** Sends a form; the token comes from the page given. */
    public HttpResponse<String> post(String path, String token, Map<String, String> fields) {
        String body = fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "", "&_csrf=" + encoded(token)));
        return send(request(path, "Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build());
    }

    public HttpResponse<String> json(String method, String path, String body, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)).build());
    }

    /** Sends a form with one file; without a file when its name is null. The token also goes where forms put it. */
    public HttpResponse<String> upload(String path, String token, Map<String, String> fields, String fileName, byte[] content, String... headers) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
        if (fileName != null) {
            part(body, "name=\"file\"; filename=\"" + fileName + "\"\r\nContent-Type: text/html", content);
        }
        body.writeBytes("--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request(path, headers).header("Content-Type", "multipart/form-data; boundary=frontier").header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())).build());
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        body.writeBytes(("--frontier\r\nContent-Disposition: form-data; " + head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<byte[]> download(String path) {
        try {
            return client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> signIn(String email, String password) {
        return post("/login", token(get("/login").body()), Map.of("username", email, "password", password));
    }

    /** Posts a form with the token of a page that has one. */
    public HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
        return post(path, token(get(page).body()), fields);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue).findFirst();
    }

    public static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        return found.find() ? found.group(1) : "none";
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(root.resolve(path)).header("Accept", path.startsWith("/api/") ? "application/json" : "text/html,*/*;q=0.8");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
