/** JSON that nobody promised a shape for, read by paths that a person wrote, and dedup keys made by a template. */
package com.srecopilot.alert.mapping;
