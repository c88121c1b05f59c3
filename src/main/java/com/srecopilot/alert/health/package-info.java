/** What alerts tell of the services they name. */
package com.srecopilot.alert.health;
