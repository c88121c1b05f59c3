package com.srecopilot.hypothesis.model;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.tenancy.Actor;

/** The tokens of a day of UTC, over all nodes. What a call may use at most is taken first and what it did not use comes back. */
@Component
class TokenBudget {

    private final JdbcClient jdbc;
    private final Clock clock;

    TokenBudget(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the day from whose budget they are, or null when it has not so many left */
    @Transactional
    LocalDate take(int tokens, int budget) {
        LocalDate day = today();
        return jdbc.sql("""
                insert into model_tokens (tenant_id, day, tokens) select :tenant, :day, :tokens where :tokens <= :budget
                on conflict (tenant_id, day) do update set tokens = model_tokens.tokens + :tokens where model_tokens.tokens + :tokens <= :budget""")
                .param("tenant", Actor.current().tenant()).param("day", Date.valueOf(day)).param("tokens", tokens).param("budget", budget).update() > 0 ? day : null;
    }

    @Transactional
    void giveBack(LocalDate day, int tokens) {
        jdbc.sql("update model_tokens set tokens = greatest(0, tokens - ?) where day = ?").param(tokens).param(Date.valueOf(day)).update();
    }

    @Transactional(readOnly = true)
    long usedToday() {
        return jdbc.sql("select tokens from model_tokens where day = ?").param(Date.valueOf(today())).query(Long.class).optional().orElse(0L);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
