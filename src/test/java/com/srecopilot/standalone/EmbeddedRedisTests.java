package com.srecopilot.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedRedisTests {

    private static Home home;
    private static EmbeddedRedis redis;

    @BeforeAll
    static void start() throws IOException {
        home = Home.fresh("redis-tests");
        redis = home.redis();
    }

    @AfterAll
    static void stop() {
        redis.stop();
        home.close();
    }

    @Test
    void nothingIsAnsweredWithoutThePassword() throws IOException {
        try (RedisLink link = link()) {
            assertThat(link.call("PING")).startsWith("-NOAUTH");
            assertThat(link.call("AUTH", "guess")).startsWith("-WRONGPASS");
        }
    }

    @Test
    void keyspaceEventsMayBeAskedFor() throws IOException {
        assertThat(ask("CONFIG", "SET", "notify-keyspace-events", "Egx")).isEqualTo("+OK");
    }

    @Test
    void aRestartKeepsKeysAndPort() throws IOException {
        int port = redis.port();
        assertThat(ask("SET", "kept", "1")).isEqualTo("+OK");
        redis.stop();
        redis = home.redis();
        assertThat(redis.port()).isEqualTo(port);
        assertThat(ask("EXISTS", "kept")).isEqualTo(":1");
    }

    @Test
    void aServerLeftRunningGivesWayToANewOneAndLosesNothing() throws IOException {
        assertThat(ask("SET", "handed-over", "1")).isEqualTo("+OK");
        EmbeddedRedis left = redis;
        redis = home.redis();
        assertThat(left.isRunning()).isFalse();
        assertThat(ask("EXISTS", "handed-over")).isEqualTo(":1");
    }

    @Test
    void aProgramThatWasTamperedWithIsReplaced() throws IOException {
        Path program = RedisProgram.unpack(home.folder.of("spare")).file();
        long size = Files.size(program);
        Files.writeString(program, "more", StandardOpenOption.APPEND);
        assertThat(RedisProgram.unpack(home.folder.of("spare")).file()).isEqualTo(program).hasSize(size);
    }

    private static String ask(String... words) throws IOException {
        try (RedisLink link = link()) {
            link.call("AUTH", home.folder.secret("redis"));
            return link.call(words);
        }
    }

    private static RedisLink link() throws IOException {
        return new RedisLink(LocalPort.LOOPBACK, redis.port());
    }
}
