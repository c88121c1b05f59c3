package com.srecopilot.incident.access;

import java.util.UUID;

import com.srecopilot.tenancy.Actor;

/** What lists of incidents listen to: what everybody may read, and beside it the private ones of their reader. */
public final class ListTopics {

    public static final String EVERYBODY = "incidents";
    static final String ADMINS = EVERYBODY + ":all";

    private ListTopics() {
    }

    static String of(UUID person) {
        return EVERYBODY + ":" + person;
    }

    /** As the database shows them: all to whoever may do all, theirs to others. */
    public static String ownOf(Actor actor) {
        return actor.can("*") ? ADMINS : of(actor.id());
    }
}
