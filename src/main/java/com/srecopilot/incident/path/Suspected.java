package com.srecopilot.incident.path;

import java.util.List;

/** Provided by the room that suspects causes. */
public interface Suspected {

    /** The services on the way from the affected one to where the likeliest cause lies, both included; empty when nothing is suspected elsewhere. */
    List<String> way(int incident);
}
