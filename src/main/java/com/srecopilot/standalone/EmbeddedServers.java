package com.srecopilot.standalone;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.springframework.boot.SpringApplication;

/** The servers of one data folder. They outlive a Spring context and are shared by all contexts of this process. */
final class EmbeddedServers {

    private static final Map<Path, EmbeddedServers> BY_HOME = new ConcurrentHashMap<>();

    private final DataFolder folder;
    private EmbeddedPostgres postgres;
    private EmbeddedRedis redis;

    private EmbeddedServers(DataFolder folder) {
        this.folder = folder;
    }

    /** @throws StartupProblem when the folder cannot be used or another process uses it */
    static EmbeddedServers in(Path home) {
        return BY_HOME.computeIfAbsent(home, EmbeddedServers::open);
    }

    private static EmbeddedServers open(Path home) {
        EmbeddedServers servers = new EmbeddedServers(DataFolder.open(home));
        // These run after every context has closed, so that the last transaction still finds its database.
        SpringApplication.getShutdownHandlers().add(servers::stop);
        return servers;
    }

    synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            postgres = started(EmbeddedPostgres::start);
        }
        return postgres;
    }

    synchronized EmbeddedRedis redis() {
        if (redis == null) {
            redis = started(EmbeddedRedis::start);
        }
        return redis;
    }

    private <S> S started(BiFunction<DataFolder, Account, S> start) {
        try {
            return start.apply(folder, Account.forServers());
        } catch (UncheckedIOException refused) {
            throw DataFolder.unusable(folder.home(), refused.getCause());
        }
    }

    private synchronized void stop() {
        if (redis != null) {
            redis.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
        folder.close();
    }
}
