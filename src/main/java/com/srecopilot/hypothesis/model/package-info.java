/**
 * A language model's opinion of the suspected causes, where an organisation has set one up. It sees the evidence that the
 * engine found, and nothing of what it says is shown unless it cites that evidence. Without it nothing is missing.
 */
package com.srecopilot.hypothesis.model;
