package com.srecopilot.hypothesis.suggestion;

import java.util.List;

/**
 * @param confidence from 0 to 1: about how often guesses like it are right on what the model did not learn from
 * @param words of the text that speak for it, as the model spells them; those that say most first
 */
record Guess(String value, double confidence, List<String> words) {
}
