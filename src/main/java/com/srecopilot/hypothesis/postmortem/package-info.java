/** A suspected cause with its evidence as Markdown, for a post-mortem. */
package com.srecopilot.hypothesis.postmortem;
