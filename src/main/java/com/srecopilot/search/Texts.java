package com.srecopilot.search;

import java.sql.Array;
import java.util.Collection;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What rows say, as their rooms had it remembered. */
@Service
public class Texts {

    /** So many rows are fetched by their ids quickly; of more, the newest are met soon by walking through a list. */
    private static final int FEW = 4_000;

    private final JdbcClient jdbc;

    Texts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param kind of the rows, as it was remembered
     * @param words each of which must occur as the beginning of a word; none for all rows
     * @param pairs such as {@code team=payments}, all of which must hold
     */
    @Transactional(readOnly = true)
    public Match match(String kind, String words, Collection<String> pairs) {
        if (words.isBlank() && pairs.isEmpty()) {
            return Match.ALL;
        }
        return jdbc.sql("select sought::text, ids_found(:kind, sought, :most) as ids from lexemes_sought(:kind, :words, :pairs) sought")
                .param("kind", kind).param("words", words).param("pairs", pairs.toArray(String[]::new)).param("most", FEW + 1)
                .query((row, number) -> {
                    Array ids = row.getArray("ids");
                    UUID[] few = ids == null ? null : (UUID[]) ids.getArray();
                    return few == null || few.length > FEW ? new Match(kind, row.getString("sought"), null) : new Match(kind, null, few);
                }).single();
    }
}
