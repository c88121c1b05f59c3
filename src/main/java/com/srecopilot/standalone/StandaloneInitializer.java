package com.srecopilot.standalone;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
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
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean ownPostgres = !isSet(environment, "spring.datasource.url");
        boolean ownRedis = !isSet(environment, "spring.data.redis.url", "spring.data.redis.host",
                "spring.data.redis.sentinel.master", "spring.data.redis.cluster.nodes", "spring.data.redis.masterreplica.nodes");
        EmbeddedServers servers = ownPostgres || ownRedis ? EmbeddedServers.in(home(environment)) : null;
        if (context instanceof WebServerApplicationContext) {
            WebPort.mustBeFree(environment);
        }
        Map<String, Object> embedded = new LinkedHashMap<>();
        Map<String, Object> external = new LinkedHashMap<>();
        if (ownPostgres) {
            embedded.putAll(servers.postgres().properties());
        } else {
            external.putAll(new ExternalPostgres(environment).check());
        }
        if (ownRedis) {
            embedded.putAll(servers.redis().properties());
        } else {
            new ExternalRedis(environment).check();
        }
        // First, since a blank or half-configured group of properties must not mix with the address of our own server.
        environment.getPropertySources().addFirst(new MapPropertySource("embeddedServers", embedded));
        environment.getPropertySources().addLast(new MapPropertySource("externalServers", external));
    }

    private static Path home(Environment environment) {
        return Path.of(environment.getRequiredProperty("srecopilot.home")).toAbsolutePath().normalize();
    }

    private static boolean isSet(Environment environment, String... names) {
        return Stream.of(names).anyMatch(name -> StringUtils.hasText(environment.getProperty(name))
                || StringUtils.hasText(environment.getProperty(name + "[0]")));
    }
}
