package com.srecopilot.hypothesis.engine;

import java.util.stream.Stream;

/** One way of looking at the facts. Leads don't know each other; what several say of one suspect is added up later. */
interface Lead {

    Stream<Clue> follow(Scene scene);
}
