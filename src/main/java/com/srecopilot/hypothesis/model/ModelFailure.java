package com.srecopilot.hypothesis.model;

/** The model gave no answer that can be used. Its message is for people and holds neither key nor address. */
public class ModelFailure extends RuntimeException {

    ModelFailure(String message) {
        super(message);
    }

    ModelFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
