/** Suspected causes for past incidents that the engine never looked at, found in the background. */
package com.srecopilot.hypothesis.lookback;
