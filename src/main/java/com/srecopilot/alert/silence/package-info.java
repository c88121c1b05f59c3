/** What is not to call anybody for a while, and why. */
package com.srecopilot.alert.silence;
