package com.srecopilot.identity.signin;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.Delay;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** While Redis is away, say so at once rather than let every page wait for it; and be back within a second of it. */
@Configuration(proxyBeanMethods = false)
class SessionStore {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    @Bean
    LettuceClientOptionsBuilderCustomizer refuseWhileDisconnected() {
        return options -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    ClientResourcesBuilderCustomizer reconnectSoon() {
        return resources -> resources.reconnectDelay(() -> Delay.equalJitter(Duration.ofMillis(50), LONGEST_PAUSE, 2, TimeUnit.MILLISECONDS));
    }
}
