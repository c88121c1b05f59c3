package com.srecopilot.alert.signature;

/** A delivery is not signed as its source demands. The reason is fit for the sender and the source's page: no secret, no right value. */
public class WrongSignature extends RuntimeException {

    WrongSignature(String reason) {
        super(reason, null, false, false);
    }
}
