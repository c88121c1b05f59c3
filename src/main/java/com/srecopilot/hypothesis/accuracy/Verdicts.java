package com.srecopilot.hypothesis.accuracy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the current tenant's people made of the suspected causes. */
@Service
class Verdicts {

    private final JdbcClient jdbc;

    Verdicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Over the incidents that say whether the first was right: it was judged, or another one was validated. */
    @Transactional(readOnly = true)
    HitRate hitRate() {
        return jdbc.sql("""
                select count(*) filter (where hit) as hits, count(*) as incidents
                from (select bool_or(state = 'validated' and first_rank = 1) as hit from hypotheses
                      where state = 'validated' or state = 'rejected' and first_rank = 1
                      group by tenant_id, incident_number) judged""").query(HitRate.class).single();
    }
}
