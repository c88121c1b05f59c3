/** What incidents tell of the services they concern. */
package com.srecopilot.incident.health;
