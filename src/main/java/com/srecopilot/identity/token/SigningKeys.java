package com.srecopilot.identity.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.springframework.stereotype.Component;

/**
 * This node's key pair. Made when the first token is asked for and kept in memory only; its public half is published,
 * so that every node can verify what any node has signed.
 */
@Component
class SigningKeys {

    private static final int BITS = 2048;
    private static final Duration SIGNS_FOR = Duration.ofDays(1);

    private final PublishedKeys published;
    private final Clock clock;
    private RSAKey key;
    private Instant retires = Instant.MIN;

    SigningKeys(PublishedKeys published, Clock clock) {
        this.published = published;
        this.clock = clock;
    }

    synchronized RSAKey current() {
        Instant now = clock.instant();
        if (!now.isBefore(retires)) {
            RSAKey next = generate();
            published.add(next.toPublicJWK(), now.plus(SIGNS_FOR).plus(AccessTokens.LIFETIME).plus(AccessTokens.LEEWAY));
            key = next;
            retires = now.plus(SIGNS_FOR);
        }
        return key;
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No RSA key could be made", e);
        }
    }
}
