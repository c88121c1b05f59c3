package com.srecopilot.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;

/** The database and its two roles: one owns the tables, the other works on them and is bound by row-level security. */
final class PostgresRoles {

    static final String OWNER = "srecopilot";
    static final String APP = "srecopilot_app";
    static final String DATABASE = "srecopilot";
    static final String SUPERUSER = "postgres";

    /** Refused password, unknown role, unknown database: the server is there, the roles are not. */
    private static final Set<String> NOT_SET_UP = Set.of("28P01", "28000", "3D000");

    private final DataFolder folder;
    private final int port;

    PostgresRoles(DataFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Whether the server answers with our passwords; sets up what a new cluster lacks. */
    boolean ready() {
        try (Connection ours = connect(DATABASE, APP)) {
            return ours.isValid(5);
        } catch (SQLException refused) {
            return NOT_SET_UP.contains(refused.getSQLState()) && setUp();
        }
    }

    private boolean setUp() {
        try (Connection superuser = connect("postgres", SUPERUSER); Statement statement = superuser.createStatement()) {
            role(statement, OWNER);
            role(statement, APP);
            if (!exists(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
            return true;
        } catch (SQLException refused) {
            throw new StartupProblem("The PostgreSQL on port " + port + " does not accept the passwords in "
                    + DataFolder.shown(folder.of("secrets")) + " (" + refused.getMessage() + ").",
                    "Put back the folder that belongs to this database, or choose an empty one with SRECOPILOT_HOME=/path/to/folder.", refused);
        }
    }

    private void role(Statement statement, String name) throws SQLException {
        String verb = exists(statement, "select from pg_roles where rolname = '" + name + "'") ? "alter" : "create";
        statement.execute(verb + " role " + name + " login nosuperuser nobypassrls nocreatedb nocreaterole noreplication"
                + " password '" + folder.secret(name) + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    Connection connect(String database, String role) throws SQLException {
        Properties login = new Properties();
        login.put("user", role);
        login.put("password", folder.secret(role));
        login.put("connectTimeout", "5");
        return DriverManager.getConnection(url(port, database), login);
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://" + LocalPort.LOOPBACK + ":" + port + "/" + database;
    }
}
