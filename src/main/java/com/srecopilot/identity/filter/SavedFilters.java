package com.srecopilot.identity.filter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.NotFound;
import com.srecopilot.tenancy.Actor;

/** The signed-in person's own; nobody else sees them. */
@Service
@Transactional
class SavedFilters {

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 60;
    private static final String MINE = "person_id = :me and id = :id";

    private final JdbcClient jdbc;

    SavedFilters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a list. */
    public record Kept(List<SavedFilter> all) {

        /** The one that shows this, or null. */
        public SavedFilter at(String address) {
            return all.stream().filter(filter -> filter.address().equals(address)).findFirst().orElse(null);
        }
    }

    @Transactional(readOnly = true)
    Kept of(String path) {
        return new Kept(jdbc.sql("select id, name, address from saved_filters where person_id = ? and path = ? order by lower(name), id")
                .params(me(), path).query(SavedFilter.class).list());
    }

    Optional<SavedFilter> find(UUID id) {
        return jdbc.sql("select id, name, address from saved_filters where " + MINE).param("me", me()).param("id", id).query(SavedFilter.class).optional();
    }

    /** @throws Invalid naming what is wrong with the name, or when there are too many */
    void save(String path, String name, String address) {
        if (of(path).all().size() >= MOST) {
            throw new Invalid("name", "would be one too many: delete one of your " + MOST + " first");
        }
        unlessTaken(() -> jdbc.sql("insert into saved_filters (id, person_id, path, name, address) values (?, ?, ?, ?, ?)")
                .params(UuidVersion7Strategy.INSTANCE.generateUuid(null), me(), path, checked(name), address).update());
    }

    /** @throws Invalid as {@link #save} does. @throws NotFound when it is not one's own */
    void rename(UUID id, String name) {
        unlessTaken(() -> known(jdbc.sql("update saved_filters set name = :name where " + MINE).param("name", checked(name)).param("me", me()).param("id", id).update()));
    }

    void delete(UUID id) {
        known(jdbc.sql("delete from saved_filters where " + MINE).param("me", me()).param("id", id).update());
    }

    private static void known(int changed) {
        if (changed == 0) {
            throw new NotFound("This filter");
        }
    }

    private static void unlessTaken(Runnable change) {
        try {
            change.run();
        } catch (DuplicateKeyException e) {
            throw new Invalid("name", "is one that another of your filters has", e);
        }
    }

    private static String checked(String name) {
        String words = name.strip();
        if (words.isEmpty() || words.length() > LONGEST_NAME) {
            throw new Invalid("name", "has 1 to " + LONGEST_NAME + " characters");
        }
        return words;
    }

    private static UUID me() {
        return Actor.current().id();
    }
}
