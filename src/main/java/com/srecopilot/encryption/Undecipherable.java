package com.srecopilot.encryption;

/** A field that this installation's key does not open. */
public class Undecipherable extends RuntimeException {

    Undecipherable(Throwable cause) {
        super("A secret can't be read: it was encrypted with another key than this node's (srecopilot.encryption.key)", cause);
    }
}
