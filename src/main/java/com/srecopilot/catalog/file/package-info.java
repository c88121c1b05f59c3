/** The whole catalog as one YAML file, out and in. */
package com.srecopilot.catalog.file;
