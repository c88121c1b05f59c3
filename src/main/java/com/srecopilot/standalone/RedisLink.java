package com.srecopilot.standalone;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Just enough of Redis's protocol to greet a server before the real client exists. */
final class RedisLink implements Closeable {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Socket socket = new Socket();
    private final BufferedReader replies;

    RedisLink(String host, int port) throws IOException {
        try {
            socket.connect(new InetSocketAddress(host, port), (int) LIMIT.toMillis());
            socket.setSoTimeout((int) LIMIT.toMillis());
            replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    /** The first line of the reply, whose first character tells its kind: {@code +} fine, {@code -} refused. */
    String call(String... words) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("*" + words.length + "\r\n").getBytes(StandardCharsets.UTF_8));
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            request.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.UTF_8));
            request.writeBytes(bytes);
            request.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        socket.getOutputStream().write(request.toByteArray());
        String reply = replies.readLine();
        if (reply == null) {
            throw new EOFException("Redis hung up");
        }
        return reply;
    }

    /** What stands behind this beginning of a line in a reply of many lines; empty when the reply is refused or has no such line. */
    String find(String beginning, String... words) throws IOException {
        String head = call(words);
        if (!head.startsWith("$")) {
            return "";
        }
        int left = Integer.parseInt(head.substring(1));
        for (String line = ""; left > 0 && line != null; line = replies.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
            left -= line.isEmpty() ? 0 : line.length() + 2;
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
