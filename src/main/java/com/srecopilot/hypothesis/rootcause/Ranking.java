package com.srecopilot.hypothesis.rootcause;

import java.util.List;

/**
 * Every candidate, most suspicious first; abstained when nothing stands out enough to be named.
 *
 * @param silence why it abstained, or empty
 */
public record Ranking(List<Suspect> suspects, boolean abstained, String silence) {
}
