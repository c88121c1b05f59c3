/** An organisation's language model: where it is, what it may cost, and how it is asked. Optional; without it nothing is missing. */
package com.srecopilot.hypothesis.model;
