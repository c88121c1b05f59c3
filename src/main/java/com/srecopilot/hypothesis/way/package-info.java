/** Where a suspected cause lies in the graph of calls. */
package com.srecopilot.hypothesis.way;
