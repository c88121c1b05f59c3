/** The pages of services: the list with its filters, a service, its form. */
package com.srecopilot.catalog.page;
