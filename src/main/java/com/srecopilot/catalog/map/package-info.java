/** The map of services: who calls whom, and how they do. */
package com.srecopilot.catalog.map;
