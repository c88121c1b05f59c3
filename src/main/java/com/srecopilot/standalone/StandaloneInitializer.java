package com.srecopilot.standalone;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Sees to PostgreSQL and Redis before the first bean: starts real ones where none is configured, checks those that are.
 * An initializer rather than an environment post-processor, because logging works by now and the console can say what takes time.
 */
class StandaloneInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            return; // the build writes the beans down and starts nothing
        }
        ConfigurableEnvironment environment = context.getEnvironment();
        Settings.check(environment);
        boolean postgresGiven = isSet(environment, "spring.datasource.url");
        boolean redisGiven = isSet(environment, "spring.data.redis.url", "spring.data.redis.host",
                "spring.data.redis.sentinel.master", "spring.data.redis.cluster.nodes", "spring.data.redis.masterreplica.nodes");
        var embedded = new LinkedHashMap<String, CompletableFuture<Map<String, Object>>>();
        EmbeddedServers servers = postgresGiven && redisGiven ? null : EmbeddedServers.in(home(environment));
        if (context instanceof WebServerApplicationContext) {
            WebPort.mustBeFree(environment);
        }
        if (!postgresGiven) {
            embedded.put("embeddedPostgres", servers.postgres().thenApply(EmbeddedPostgres::properties));
        }
        if (!redisGiven) {
            embedded.put("embeddedRedis", servers.redis().thenApply(EmbeddedRedis::properties));
        }
        Map<String, Object> external = postgresGiven ? new ExternalPostgres(environment).check() : Map.of();
        if (redisGiven) {
            new ExternalRedis(environment).check();
        }
        // First, since a blank or half-configured group of properties must not mix with the address of our own server.
        embedded.forEach((name, properties) -> environment.getPropertySources().addFirst(new MapPropertySource(name, joined(properties))));
        environment.getPropertySources().addLast(new MapPropertySource("externalServers", external));
    }

    /** Both start at the same time. */
    private static Map<String, Object> joined(CompletableFuture<Map<String, Object>> properties) {
        try {
            return properties.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException problem ? problem : failed;
        }
    }

    private static Path home(Environment environment) {
        return Path.of(environment.getRequiredProperty("srecopilot.home")).toAbsolutePath().normalize();
    }

    private static boolean isSet(Environment environment, String... names) {
        return Stream.of(names).anyMatch(name -> StringUtils.hasText(environment.getProperty(name))
                || StringUtils.hasText(environment.getProperty(name + "[0]")));
    }
}
