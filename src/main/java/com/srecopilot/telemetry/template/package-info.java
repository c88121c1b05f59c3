/** Which lines of a log are of one kind: a parse tree after Drain (He et al., ICWS 2017), without a database. */
package com.srecopilot.telemetry.template;
