/** What the demo's services go on measuring, sent over HTTP as a Prometheus and a collector would; nothing here writes a table. */
package com.srecopilot.demo.pulse;
