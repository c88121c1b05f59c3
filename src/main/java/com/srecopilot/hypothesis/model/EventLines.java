package com.srecopilot.hypothesis.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stream of server-sent events into the data of its lines, wherever the network cuts it; within bounds. */
final class EventLines {

    private static final int LONGEST = 64 * 1024;
    private static final int MOST = 1024 * 1024;
    private static final String DATA = "data:";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int seen;

    /** @throws ModelFailure when there is more than a model has to say */
    List<String> take(ByteBuffer bytes) {
        var data = new ArrayList<String>();
        seen += bytes.remaining();
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                cut(data);
            } else {
                line.write(next);
            }
        }
        if (seen > MOST || line.size() > LONGEST) {
            throw new ModelFailure("The model's answer is too long");
        }
        return data;
    }

    private void cut(List<String> data) {
        String text = line.toString(StandardCharsets.UTF_8).strip();
        line.reset();
        if (text.startsWith(DATA)) {
            data.add(text.substring(DATA.length()).strip());
        }
    }
}
