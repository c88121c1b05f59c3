package com.srecopilot.alert.signature;

/** It can't be told now whether a signature is right; the sender should come again. */
public class Unverifiable extends RuntimeException {

    Unverifiable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
