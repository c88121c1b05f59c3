/** The box that jumps to an incident, a service, a person or a page. */
package com.srecopilot.identity.search;
