/** A sender seen from our side: what it sent lately, what was refused and why. */
package com.srecopilot.alert.source;
