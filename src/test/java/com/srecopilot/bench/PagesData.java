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

    /** Makes it where it is not there yet: about a minute. */
    void complete() throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            if (count(statement, "incidents") >= 100_000 && count(statement, "alerts") >= 1_000_000) {
                return;
            }
            long start = System.nanoTime();
            System.out.println("Filling the database: 100 000 incidents, 1 000 000 alerts, 800 000 entries of timelines …");
            try (InputStream sql = PagesData.class.getResourceAsStream("pages.sql")) {
                statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            }
            statement.execute("vacuum analyze");
            System.out.printf("Filled after %.0f s%n", (System.nanoTime() - start) / 1e9);
        }
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
