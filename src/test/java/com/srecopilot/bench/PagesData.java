package com.srecopilot.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Three years of a large installation, made by the database itself; see pages.sql. */
final class PagesData {

    private final Connection connection;

    PagesData(Connection connection) {
        this.connection = connection;
    }

    /** Makes what is not there yet: a few minutes. */
    void complete() throws SQLException, IOException {
        if (count("incidents") < 100_000 || count("alerts") < 1_000_000) {
            run("pages.sql", "100 000 incidents, 1 000 000 alerts, 800 000 entries of timelines");
        }
        if (count("texts") < 1_100_000) {
            run("pages-texts.sql", "the words that alerts and incidents are searched by, which the product itself would do in the background");
        }
    }

    private void run(String file, String what) throws SQLException, IOException {
        long start = System.nanoTime();
        System.out.println("Filling the database: " + what + " …");
        try (Statement statement = connection.createStatement(); InputStream sql = PagesData.class.getResourceAsStream(file)) {
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("vacuum analyze");
        }
        System.out.printf("Filled after %.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
