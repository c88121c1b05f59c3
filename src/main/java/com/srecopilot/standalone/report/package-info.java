/** What a person is told when the product does not start. */
package com.srecopilot.standalone.report;
