package com.srecopilot.identity;

/** There is no such thing for this actor: a 404 page, or a problem in the API. */
public class NotFound extends RuntimeException {

    /** @param what reads before "doesn't exist": {@code INC-42} */
    public NotFound(String what) {
        super(what + " doesn't exist");
    }
}
