package com.srecopilot.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.postgresql.Driver;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** A PostgreSQL that somebody else cares for: looked at once, so that a wrong setting is one line and not a page of traces. */
final class ExternalPostgres {

    private static final int OLDEST = 14;
    private static final String ROLES = """
            select rolname, rolsuper, rolbypassrls, current_setting('server_version') as version
            from pg_roles where rolname in (session_user, '%s')""".formatted(PostgresRoles.APP);
    private static final String MAY_BECOME_APP = """
            select case when exists (select from pg_roles where rolname = '%1$s')
                        then pg_has_role(session_user, (select oid from pg_roles where rolname = '%1$s'), 'MEMBER')
                        else (select rolcreaterole from pg_roles where rolname = session_user) end""".formatted(PostgresRoles.APP);

    private static final String IS_APP = """
            select not exists (select from pg_roles where rolname = '%1$s')
                or pg_has_role(session_user, (select oid from pg_roles where rolname = '%1$s'), 'MEMBER')""".formatted(PostgresRoles.APP);
    private static final String MAY_MIGRATE = """
            select coalesce(has_schema_privilege(session_user, to_regnamespace('public')::oid, 'create'), false) and not exists (
                select from pg_class where oid = to_regclass('public.databasechangelog') and not pg_has_role(session_user, relowner, 'MEMBER'))""";

    private final Environment environment;
    private final String url;
    private final String user;

    ExternalPostgres(Environment environment) {
        this.environment = environment;
        this.url = environment.getRequiredProperty("spring.datasource.url");
        this.user = environment.getProperty("spring.datasource.username");
    }

    /**
     * @return properties that complete the configuration: with an owner only, its connections step down to the application's role
     * @throws StartupProblem when the server cannot be used
     */
    Map<String, Object> check() {
        String owner = environment.getProperty("spring.liquibase.user");
        boolean ownerOnly = !StringUtils.hasText(owner) || owner.equals(user);
        check(url, user, environment.getProperty("spring.datasource.password"), "SPRING_DATASOURCE", ownerOnly);
        if (ownerOnly) {
            return stepDown();
        }
        check(environment.getProperty("spring.liquibase.url", url), owner, environment.getProperty("spring.liquibase.password"),
                "SPRING_LIQUIBASE", false);
        return Map.of();
    }

    private Map<String, Object> stepDown() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.hikari.connection-init-sql", "set role " + PostgresRoles.APP);
        // Else Liquibase would borrow a connection that has stepped down and may not create a table.
        properties.put("spring.liquibase.url", url);
        if (user != null) {
            properties.put("spring.liquibase.user", user);
            properties.put("spring.liquibase.password", environment.getProperty("spring.datasource.password", ""));
        }
        return properties;
    }

    private void check(String address, String role, String password, String setting, boolean stepsDown) {
        Properties parts = Driver.parseURL(address, null);
        if (parts == null) {
            throw new StartupProblem("SRE Copilot works with PostgreSQL, and " + address.replaceAll("[?@].*", "") + " is none.",
                    "Set " + setting + "_URL=jdbc:postgresql://host:5432/database.");
        }
        PostgresRefusal refusal = new PostgresRefusal(parts.getProperty("PGHOST") + ":" + parts.getProperty("PGPORT"),
                parts.getProperty("PGDBNAME"), role == null ? parts.getProperty("user", System.getProperty("user.name")) : role, setting);
        try (Connection connection = DriverManager.getConnection(address, login(role, password))) {
            boolean works = setting.equals("SPRING_DATASOURCE");
            inspect(connection, refusal, works);
            demand(connection, stepsDown, MAY_BECOME_APP, refusal::cannotStepDown);
            demand(connection, works && !stepsDown, IS_APP, refusal::notTheApp);
            demand(connection, !works || stepsDown, MAY_MIGRATE, refusal::cannotMigrate);
        } catch (SQLException refused) {
            throw refusal.of(refused);
        }
    }

    private static void inspect(Connection connection, PostgresRefusal refusal, boolean boundByPolicies) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST) {
            throw refusal.tooOld(connection.getMetaData().getDatabaseProductVersion(), OLDEST);
        }
        try (ResultSet roles = connection.createStatement().executeQuery(ROLES)) {
            while (boundByPolicies && roles.next()) {
                if (roles.getBoolean("rolsuper") || roles.getBoolean("rolbypassrls")) {
                    throw refusal.aboveTheLaw(roles.getString("rolname"), roles.getBoolean("rolsuper"));
                }
            }
        }
    }

    private static void demand(Connection connection, boolean asked, String question, Supplier<StartupProblem> problem) throws SQLException {
        if (!asked) {
            return;
        }
        try (ResultSet rows = connection.createStatement().executeQuery(question)) {
            if (!rows.next() || !rows.getBoolean(1)) {
                throw problem.get();
            }
        }
    }

    private static Properties login(String role, String password) {
        Properties login = new Properties();
        login.put("connectTimeout", "5");
        login.put("loginTimeout", "10");
        login.put("socketTimeout", "10");
        if (role != null) {
            login.put("user", role);
        }
        if (password != null) {
            login.put("password", password);
        }
        return login;
    }
}
