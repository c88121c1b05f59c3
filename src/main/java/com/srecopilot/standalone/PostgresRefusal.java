package com.srecopilot.standalone;

import java.sql.SQLException;

/**
 * What to tell a person whose PostgreSQL cannot be used.
 *
 * @param server  host and port
 * @param setting beginning of the names of the environment variables in question
 */
record PostgresRefusal(String server, String database, String role, String setting) {

    StartupProblem of(SQLException refused) {
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        return switch (state) {
            case "28P01" -> problem(at() + " refuses the password of \"" + role + "\".",
                    "Check " + userSetting() + " and " + setting + "_PASSWORD.", refused);
            case "3D000" -> problem(at() + " has no database \"" + database + "\".",
                    "Create it (create database \"" + database + "\"), or correct " + setting + "_URL.", refused);
            case "08001", "08006" -> problem(at() + " does not answer.",
                    "Start it, or correct " + setting + "_URL.", refused);
            default -> problem(at() + " refuses the connection: " + oneLine(refused) + ".",
                    "Check " + setting + "_URL, " + userSetting() + " and " + setting + "_PASSWORD.", refused);
        };
    }

    StartupProblem tooOld(String version, int oldest) {
        return problem(at() + " is version " + version + ", which is too old.", "Use PostgreSQL " + oldest + " or newer.", null);
    }

    StartupProblem aboveTheLaw(String name, boolean superuser) {
        return problem("The database role \"" + name + "\" " + (superuser ? "is a superuser" : "has BYPASSRLS")
                        + ": row-level security does not bind it, and tenants would see each other's data.",
                "Take that away (alter role \"" + name + "\" nosuperuser nobypassrls), or name an ordinary role in " + userSetting() + ".", null);
    }

    StartupProblem cannotStepDown() {
        return problem("The database role \"" + role + "\" can neither create the role " + PostgresRoles.APP + " nor act as it.",
                "As a superuser: create role " + PostgresRoles.APP + " nologin; grant " + PostgresRoles.APP + " to \"" + role + "\";", null);
    }

    StartupProblem notTheApp() {
        return problem("The database role \"" + role + "\" is not " + PostgresRoles.APP + " and does not belong to it.",
                "Set " + userSetting() + "=" + PostgresRoles.APP + ", or as a superuser: grant " + PostgresRoles.APP + " to \"" + role + "\";", null);
    }

    StartupProblem cannotMigrate() {
        return problem("The database role \"" + role + "\" may not create or change the tables of \"" + database + "\".",
                "Let it own the database (as a superuser: alter database \"" + database + "\" owner to \"" + role
                        + "\"), or name the role that does in SPRING_LIQUIBASE_USER.", null);
    }

    private String at() {
        return "PostgreSQL at " + server;
    }

    private String userSetting() {
        return setting + (setting.equals("SPRING_LIQUIBASE") ? "_USER" : "_USERNAME");
    }

    private static String oneLine(SQLException refused) {
        return refused.getMessage().replaceAll("\\s+", " ").replaceAll("[.\\s]+$", "");
    }

    private static StartupProblem problem(String message, String advice, Throwable cause) {
        return new StartupProblem(message, advice, cause);
    }
}
