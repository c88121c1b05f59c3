package com.srecopilot.hypothesis.rootcause;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file with a head line, perhaps gzipped. A missing file has no rows; rows too short or without the numbers that they
 * should hold are passed over, and so is what comes after five million.
 */
final class Table {

    private static final int MOST = 5_000_000;

    private Table() {
    }

    /**
     * @param use takes a row, and tells whether it could be read
     * @throws IOException also when it has rows and not one of them could: it is another kind of file
     */
    static void rows(Path file, int columns, Predicate<List<String>> use) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream raw = Files.newInputStream(file);
             InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
             BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            String head = lines.readLine();
            int left = MOST;
            int read = 0;
            for (String line = lines.readLine(); line != null && left > 0; line = lines.readLine(), left--) {
                List<String> cells = cells(line);
                read += cells.size() >= columns && use.test(cells) ? 1 : 0;
            }
            if (read == 0 && left < MOST) {
                throw new IOException(file.getFileName() + " has " + (MOST - left) + " rows under “" + head + "”, none of which can be read");
            }
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Whether a cell holds a number, be it NaN or without end. */
    static boolean isNumber(String cell) {
        return !Double.isNaN(number(cell)) || cell.strip().equals("NaN");
    }

    /** The number a cell holds, or NaN. */
    static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException notOne) {
            return Double.NaN;
        }
    }
}
