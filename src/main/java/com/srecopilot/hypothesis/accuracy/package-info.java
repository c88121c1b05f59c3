/** How often the suspected causes are right: on cases whose answer is known, and by this tenant's own verdicts. */
package com.srecopilot.hypothesis.accuracy;
