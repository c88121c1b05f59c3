package com.srecopilot.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells PostgreSQL, at the start of every transaction, whose rows it may show: the policies compare
 * {@code tenant_id} with the setting {@code app.tenant}. Without an actor the setting is empty and no row is visible.
 * The setting {@code app.person} says who reads, for rows that not all of a tenant may see.
 */
@Configuration
class RowLevelSecurity {

    private static final UUID NOBODY = new UUID(0, 0);

    @Bean
    HibernatePropertiesCustomizer tenantOfNewRows() {
        return properties -> properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, new ActorsTenant());
    }

    @Bean
    TransactionExecutionListener tenantOfTransaction(DataSource dataSource) {
        return new TransactionExecutionListener() {
            @Override
            public void afterBegin(TransactionExecution transaction, Throwable failure) {
                if (failure == null && transaction.isNewTransaction()) {
                    bind(dataSource);
                }
            }
        };
    }

    private static void bind(DataSource dataSource) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement set = connection.prepareStatement("select set_config('app.tenant', ?, true), set_config('app.person', ?, true)")) {
            set.setString(1, Actor.present().map(actor -> actor.tenant().toString()).orElse(""));
            set.setString(2, Actor.present().map(RowLevelSecurity::reader).orElse(""));
            set.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The transaction could not be bound to its tenant", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Admins and the product itself see all of their tenant; others what everybody sees, and what is theirs. */
    private static String reader(Actor actor) {
        return actor.can("*") ? "all" : actor.isPerson() ? actor.id().toString() : "";
    }

    private static final class ActorsTenant implements CurrentTenantIdentifierResolver<UUID> {

        @Override
        public UUID resolveCurrentTenantIdentifier() {
            return Actor.present().map(Actor::tenant).orElse(NOBODY);
        }

        @Override
        public boolean validateExistingCurrentSessions() {
            return false;
        }
    }
}
