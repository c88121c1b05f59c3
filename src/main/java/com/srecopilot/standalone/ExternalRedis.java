package com.srecopilot.standalone;

import java.io.IOException;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** A Redis that somebody else cares for: greeted once before the real client meets it. */
final class ExternalRedis {

    private static final int DEFAULT_PORT = 6379;
    private static final int OLDEST = 6;

    private final Environment environment;

    ExternalRedis(Environment environment) {
        this.environment = environment;
    }

    /** @throws StartupProblem when it does not answer or refuses the password */
    void check() {
        String url = environment.getProperty("spring.data.redis.url");
        if (StringUtils.hasText(url)) {
            check(URI.create(url));
        } else if (StringUtils.hasText(environment.getProperty("spring.data.redis.host"))) {
            greet(environment.getProperty("spring.data.redis.host"),
                    environment.getProperty("spring.data.redis.port", Integer.class, DEFAULT_PORT),
                    environment.getProperty("spring.data.redis.username"), environment.getProperty("spring.data.redis.password"),
                    environment.getProperty("spring.data.redis.ssl.enabled", Boolean.class, false));
        }
    }

    private void check(URI url) {
        if (url.getHost() == null) {
            throw new StartupProblem("SPRING_DATA_REDIS_URL is not an address of a Redis server.",
                    "Write it as redis://user:password@host:6379.");
        }
        String[] login = url.getUserInfo() == null ? new String[0] : url.getUserInfo().split(":", 2);
        greet(url.getHost(), url.getPort() > 0 ? url.getPort() : DEFAULT_PORT,
                login.length > 0 ? login[0] : null, login.length > 1 ? login[1] : null, url.getScheme().equals("rediss"));
    }

    private static void greet(String host, int port, String user, String password, boolean encrypted) {
        try (RedisLink link = new RedisLink(host, port)) {
            // Certificates are the real client's matter; that somebody listens is all that can be seen from here.
            String refusal = encrypted ? "" : refusal(link, user, password);
            if (!refusal.isEmpty()) {
                throw new StartupProblem("Redis at " + host + ":" + port + " refuses us: " + refusal + ".",
                        "Check the user and password in SPRING_DATA_REDIS_URL (redis://user:password@host:6379) or SPRING_DATA_REDIS_PASSWORD.");
            }
            String version = encrypted ? "" : link.find("redis_version:", "INFO", "server");
            if (version.matches("[0-5]\\..*")) {
                throw new StartupProblem("Redis at " + host + ":" + port + " is version " + version + ", which is too old.",
                        "Use Redis " + OLDEST + " or newer, or Valkey.");
            }
        } catch (IOException silent) {
            throw new StartupProblem("Redis at " + host + ":" + port + " does not answer.",
                    "Start it, or correct SPRING_DATA_REDIS_URL.", silent);
        }
    }

    private static String refusal(RedisLink link, String user, String password) throws IOException {
        if (StringUtils.hasText(password)) {
            String answer = StringUtils.hasText(user) ? link.call("AUTH", user, password) : link.call("AUTH", password);
            if (answer.startsWith("-")) {
                return readable(answer);
            }
        }
        String answer = link.call("PING");
        return answer.startsWith("-") && !answer.startsWith("-LOADING") ? readable(answer) : "";
    }

    private static String readable(String answer) {
        return answer.replaceFirst("^-[A-Z]+ ", "").replaceAll("[.\\s]+$", "");
    }
}
