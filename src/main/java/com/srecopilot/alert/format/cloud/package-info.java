/** What the clouds' own monitoring sends. */
package com.srecopilot.alert.format.cloud;
