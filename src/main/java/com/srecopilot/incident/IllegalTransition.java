package com.srecopilot.incident;

import com.srecopilot.identity.Stale;

/** The incident is not in a state from which it could become this; most often somebody else was faster. */
class IllegalTransition extends Stale {

    IllegalTransition(String reference, IncidentState from, IncidentState to) {
        super(from == to ? reference + " is " + to.word() + " already."
                : reference + " is " + from.word() + " and can't become " + to.word() + " from there.");
    }
}
