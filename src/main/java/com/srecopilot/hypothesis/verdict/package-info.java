/** What people say of a suspected cause, and why: each verdict is a resource of its own. */
package com.srecopilot.hypothesis.verdict;
