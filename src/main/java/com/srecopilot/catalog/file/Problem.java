package com.srecopilot.catalog.file;

/** What is wrong with a file. @param line from 1. */
public record Problem(int line, String message) {

    public String words() {
        return "line " + line + ": " + message;
    }
}
