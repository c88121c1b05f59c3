/**
 * Finds rows of other rooms by their words and name=value pairs. A room has the database remember what a row says
 * ({@code remember_text}) and asks {@link com.srecopilot.search.Texts} which rows are meant.
 */
@ApplicationModule(displayName = "Search (floor 1)", allowedDependencies = {})
package com.srecopilot.search;

import org.springframework.modulith.ApplicationModule;
