package com.srecopilot.tenancy;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BacklogTests {

    @Test
    void itIsLongWhileMoreThanAHundredAreInHandHereAndElsewhere() {
        var backlog = new Backlog();
        for (int i = 0; i < 60; i++) {
            backlog.taken();
        }
        assertThat(backlog.isLong(40)).isFalse();
        assertThat(backlog.isLong(41)).isTrue();
        backlog.done();
        assertThat(backlog.isLong(41)).isFalse();
    }
}
