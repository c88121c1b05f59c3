package com.srecopilot.standalone;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What servers of another time answer, as far as a start asks them. */
final class FormerServers implements AutoCloseable {

    private static final int ASKS_FOR_ENCRYPTION = 80877103;

    private final ServerSocket socket;

    private interface Talk {
        void with(Socket client) throws IOException;
    }

    private FormerServers(Talk talk) {
        try {
            socket = new ServerSocket(0, 5, InetAddress.getByName(LocalPort.LOOPBACK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var listener = new Thread(() -> listen(talk), "former-server");
        listener.setDaemon(true);
        listener.start();
    }

    static FormerServers redis5() {
        return new FormerServers(FormerServers::redis);
    }

    static FormerServers postgres13() {
        return new FormerServers(FormerServers::postgres);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen(Talk talk) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk.with(client);
            } catch (IOException gone) {
                // The client has seen enough, or the test is over.
            }
        }
    }

    private static void redis(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer = switch (line) {
                case "AUTH" -> "+OK\r\n";
                case "PING" -> "+PONG\r\n";
                case "INFO" -> "$34\r\n# Server\r\nredis_version:5.0.14\r\n\r\n\r\n";
                default -> "";
            };
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void postgres(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        var out = new DataOutputStream(client.getOutputStream());
        int length = in.readInt();
        while (in.readInt() == ASKS_FOR_ENCRYPTION) {
            out.write('N');
            length = in.readInt();
        }
        in.skipNBytes(length - 8L);
        say(out, 'R', "\0\0\0\0");
        for (String setting : new String[] {"server_version\00013.16", "client_encoding\0UTF8", "standard_conforming_strings\0on",
            "integer_datetimes\0on", "DateStyle\0ISO, MDY", "TimeZone\0UTC"}) {
            say(out, 'S', setting + "\0");
        }
        say(out, 'K', "\0\0\0\1\0\0\0\1");
        say(out, 'Z', "I");
        // The driver sets what it wants for its session, in plain queries.
        while (in.read() >= 0) {
            in.skipNBytes(in.readInt() - 4L);
            say(out, 'C', "SET\0");
            say(out, 'Z', "I");
        }
    }

    private static void say(DataOutputStream out, char kind, String words) throws IOException {
        out.writeByte(kind);
        out.writeInt(4 + words.length());
        out.writeBytes(words);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
