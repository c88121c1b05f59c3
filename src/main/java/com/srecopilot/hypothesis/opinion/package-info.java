/**
 * What a language model makes of the suspected causes. It sees the evidence that the engine found, and nothing of what
 * it says is shown unless it cites that evidence.
 */
package com.srecopilot.hypothesis.opinion;
