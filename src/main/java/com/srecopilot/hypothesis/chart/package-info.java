/** The metric that gives a cause away, drawn small beside the evidence and in full on a page of its own. */
package com.srecopilot.hypothesis.chart;
