package com.srecopilot.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import com.srecopilot.telemetry.template.Kind;
import com.srecopilot.telemetry.template.Masking;
import com.srecopilot.telemetry.template.ParseTree;
import com.srecopilot.tenancy.Actor;

/**
 * Tells of which kind a line is, by parse trees that all nodes grow together: what is known is told from memory, what is
 * new is learned by one node of a tenant at a time, upon what the others have learned. Ids last; kinds that turn out to
 * be one are written as parts of the oldest. Kept in memory are the tenants that log, as long as there is room.
 */
@Component
class LogKinds {

    static final int MOST = 20_000;
    private static final int MOST_IN_MEMORY = 200_000;
    static final long NO_ROOM = -1;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final Map<UUID, Forest> forests = new LinkedHashMap<>(16, 0.75f, true);

    LogKinds(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private record Source(String service, String severity) {
    }

    /** What a tenant logs, as far as this node knows. */
    private static final class Forest {
        private final Map<Source, ParseTree> trees = new HashMap<>();
        /** The hour of which the database knows that a kind was heard of. */
        private final Map<Long, Instant> noted = new HashMap<>();
        private long revision = -1;
        private volatile int size;

        private ParseTree of(Source source) {
            return trees.computeIfAbsent(source, each -> new ParseTree());
        }

        private void count() {
            size = trees.values().stream().mapToInt(ParseTree::size).sum();
        }
    }

    /** For each line the id of its kind, or {@link #NO_ROOM}. In transactions of its own, so that what is learned stays. */
    long[] of(List<LogDraft> lines) {
        List<String[]> words = lines.stream().map(line -> Masking.words(line.line())).toList();
        UUID tenant = Actor.current().tenant();
        Forest forest = forest(tenant);
        try {
            synchronized (forest) {
                return ids(forest, lines, words);
            }
        } catch (RuntimeException e) {
            forget(tenant);
            throw e;
        }
    }

    private long[] ids(Forest forest, List<LogDraft> lines, List<String[]> words) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        long[] ids = new long[lines.size()];
        int[] open = IntStream.range(0, ids.length).filter(i -> {
            Optional<Kind> known = forest.of(source(lines.get(i))).match(words.get(i)).filter(kind -> !forest.noted.getOrDefault(kind.id(), Instant.MIN).isBefore(hour));
            known.ifPresent(kind -> ids[i] = kind.id());
            return known.isEmpty();
        }).toArray();
        if (open.length > 0) {
            apart.executeWithoutResult(status -> {
                var learning = new Learning(forest, hour);
                IntStream.of(open).forEach(i -> ids[i] = learning.of(source(lines.get(i)), words.get(i)));
                learning.finish();
            });
        }
        return ids;
    }

    private static Source source(LogDraft line) {
        return new Source(line.service(), line.severity());
    }

    private Forest forest(UUID tenant) {
        synchronized (forests) {
            Forest forest = forests.computeIfAbsent(tenant, each -> new Forest());
            while (forests.size() > 1 && forests.values().stream().mapToInt(each -> each.size).sum() > MOST_IN_MEMORY) {
                forests.remove(forests.keySet().iterator().next());
            }
            return forest;
        }
    }

    private void forget(UUID tenant) {
        synchronized (forests) {
            forests.remove(tenant);
        }
    }

    /** One at a time for a tenant, over all nodes: begins with what the others know. */
    private final class Learning {

        private final Forest forest;
        private final OffsetDateTime hour;
        private final long revision;
        private final Set<Long> heard = new HashSet<>();

        private Learning(Forest forest, Instant hour) {
            this.forest = forest;
            this.hour = hour.atOffset(ZoneOffset.UTC);
            catchUp();
            this.revision = forest.revision + 1;
        }

        private void catchUp() {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('log kinds ' || current_tenant(), 0))").query((row, number) -> true).list();
            jdbc.sql("select id, service, severity, template, part_of, revision from log_templates where revision > ? order by id").param(forest.revision).query(row -> {
                ParseTree tree = forest.of(new Source(row.getString("service"), row.getString("severity")));
                forest.revision = Math.max(forest.revision, row.getLong("revision"));
                if (row.getObject("part_of") != null) {
                    tree.remove(row.getLong("id"));
                } else {
                    tree.put(new Kind(row.getLong("id"), Masking.split(row.getString("template"))));
                }
            });
            forest.count();
        }

        private long of(Source source, String[] words) {
            ParseTree tree = forest.of(source);
            Optional<Kind> known = tree.match(words);
            if (known.isEmpty() && forest.size >= MOST) {
                return NO_ROOM;
            }
            Kind kind = known.orElseGet(() -> learned(source, tree, words));
            heard.add(kind.id());
            return kind.id();
        }

        private Kind learned(Source source, ParseTree tree, String[] words) {
            var born = new ArrayList<Long>();
            ParseTree.Lesson lesson = tree.learn(words, template -> {
                born.add(insert(source, template));
                return born.get(0);
            });
            if (born.isEmpty()) {
                unite(lesson);
            }
            forest.revision = revision;
            forest.count();
            return lesson.kind();
        }

        private void unite(ParseTree.Lesson lesson) {
            jdbc.sql("update log_templates set template = ?, revision = ? where id = ?").params(lesson.kind().template(), revision, lesson.kind().id()).update();
            Long[] parts = lesson.parts().stream().map(Kind::id).toArray(Long[]::new);
            jdbc.sql("update log_templates set part_of = :whole, revision = :revision where id = any(:parts) or part_of = any(:parts)")
                    .param("whole", lesson.kind().id()).param("revision", revision).param("parts", new SqlArray("int8", parts)).update();
            heard.removeAll(Arrays.asList(parts));
        }

        private long insert(Source source, String template) {
            UUID hash = Hash.of((source.service() + '\0' + source.severity() + '\0' + template).getBytes(StandardCharsets.UTF_8));
            return jdbc.sql("""
                    insert into log_templates (hash, service, severity, template, first_seen, last_seen, revision) values (:hash, :service, :severity, :template, :hour, :hour, :revision)
                    on conflict (tenant_id, hash) do update set template = excluded.template, part_of = null, revision = excluded.revision returning id""")
                    .param("hash", hash).param("service", source.service()).param("severity", source.severity()).param("template", template)
                    .param("hour", hour).param("revision", revision).query(Long.class).single();
        }

        /** What was forgotten for want of lines, just as one came, is asked for again: {@link ConcurrencyFailureException}. */
        private void finish() {
            Set<Long> there = new HashSet<>(jdbc.sql("update log_templates set last_seen = :hour where id = any(:ids) returning id").param("hour", hour)
                    .param("ids", new SqlArray("int8", heard.toArray(Long[]::new))).query(Long.class).list());
            if (!there.containsAll(heard)) {
                throw new ConcurrencyFailureException("kinds of log lines were forgotten meanwhile");
            }
            there.forEach(id -> forest.noted.put(id, hour.toInstant()));
        }
    }
}
