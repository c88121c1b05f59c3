package com.srecopilot.standalone;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;

/** The servers of one data folder. They outlive a Spring context and are shared by all contexts of this process. */
final class EmbeddedServers {

    private static final Map<Path, EmbeddedServers> BY_HOME = new ConcurrentHashMap<>();

    private final DataFolder folder;
    private CompletableFuture<EmbeddedPostgres> postgres;
    private CompletableFuture<EmbeddedRedis> redis;

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

    /** Begins to start it, or has it already; what keeps it from starting comes out where it is waited for. */
    synchronized CompletableFuture<EmbeddedPostgres> postgres() {
        if (postgres == null || postgres.isCompletedExceptionally()) {
            postgres = starting(EmbeddedPostgres::start);
        }
        return postgres;
    }

    synchronized CompletableFuture<EmbeddedRedis> redis() {
        if (redis == null || redis.isCompletedExceptionally()) {
            redis = starting(EmbeddedRedis::start);
        }
        return redis;
    }

    private <S> CompletableFuture<S> starting(BiFunction<DataFolder, Account, S> start) {
        return CompletableFuture.supplyAsync(() -> started(start), task -> new Thread(task, "embedded-server").start());
    }

    private <S> S started(BiFunction<DataFolder, Account, S> start) {
        try {
            return start.apply(folder, Account.forServers());
        } catch (UncheckedIOException refused) {
            throw DataFolder.unusable(folder.home(), refused.getCause());
        }
    }

    private synchronized void stop() {
        stop(redis, EmbeddedRedis::stop);
        stop(postgres, EmbeddedPostgres::stop);
        folder.close();
    }

    private static <S> void stop(CompletableFuture<S> server, Consumer<S> stop) {
        if (server != null) {
            server.thenAccept(stop).exceptionally(neverStarted -> null).join();
        }
    }
}
