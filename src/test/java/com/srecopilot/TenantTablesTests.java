package com.srecopilot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No table without a policy, or a tenant could read another's rows. */
@RunningApp
class TenantTablesTests {

    /** Liquibase's, Modulith's and what is looked up before the tenant is known. Each needs a reason to stand here. */
    private static final List<String> EXCEPTIONS = List.of("databasechangelog", "databasechangeloglock", "event_publication", "event_set_aside", "directory", "token_keys");

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyTableForcesRowLevelSecurity() {
        assertThat(jdbc.sql("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = pg_class.oid))""")
                .query(String.class).list()).isSubsetOf(EXCEPTIONS);
    }

    @Test
    void theAppIsNeitherOwnerNorAboveThePolicies() {
        assertThat(jdbc.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user").query(Boolean.class).single()).isFalse();
        assertThat(jdbc.sql("select count(*) from pg_tables where schemaname = 'public' and tableowner = current_user").query(Integer.class).single()).isZero();
    }

    @Test
    void foreignKeysBetweenTenantTablesCarryTheTenant() {
        assertThat(jdbc.sql("""
                select conrelid::regclass || ' → ' || confrelid::regclass from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
                and confrelid <> 'tenants'::regclass and not exists (select from pg_attribute a where a.attrelid = conrelid
                and a.attname = 'tenant_id' and a.attnum = any(conkey))""").query(String.class).list()).isEmpty();
    }
}
