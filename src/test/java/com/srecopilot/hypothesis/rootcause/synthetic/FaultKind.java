package com.srecopilot.hypothesis.rootcause.synthetic;

/** What goes wrong in the made systems. */
enum FaultKind {
    CPU, MEMORY_LEAK, DISK, NETWORK_DELAY, PACKET_LOSS, SOCKETS, EXCEPTION, WRONG_RETURN, DOWN, CONNECTION_POOL, BAD_DEPLOY, WRONG_CONFIG;

    boolean inCode() {
        return this == EXCEPTION || this == WRONG_RETURN || this == BAD_DEPLOY || this == WRONG_CONFIG;
    }
}
