/**
 * From facts to suspected causes, in memory: no database, no network, no clock of its own.
 * A new kind of fact is a new part of {@link com.srecopilot.hypothesis.engine.Situation} and one more {@code Lead}.
 */
package com.srecopilot.hypothesis.engine;
