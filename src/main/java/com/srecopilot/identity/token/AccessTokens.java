package com.srecopilot.identity.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.srecopilot.identity.BaseUrl;
import com.srecopilot.identity.access.Identified;
import com.srecopilot.identity.access.Proof;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Signs and reads access tokens. They say who it is, never what they may do. */
@Configuration(proxyBeanMethods = false)
class AccessTokens {

    static final Duration LIFETIME = Duration.ofMinutes(15);
    static final Duration LEEWAY = Duration.ofSeconds(30);
    private static final String TENANT = "tenant";

    private final SigningKeys keys;
    private final String issuer;
    private final Clock clock;

    AccessTokens(SigningKeys keys, BaseUrl baseUrl, Clock clock) {
        this.keys = keys;
        this.issuer = baseUrl.of("");
        this.clock = clock;
    }

    String issue(Identified who) {
        RSAKey key = keys.current();
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder().issuer(issuer).subject(who.person().toString()).claim(TENANT, who.tenant().toString())
                .jwtID(UUID.randomUUID().toString()).issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFETIME))).build();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(JOSEObjectType.JWT).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The access token could not be signed", e);
        }
        return token.serialize();
    }

    static Proof proof(Jwt token) {
        return new Proof(new Identified(UUID.fromString(token.getClaimAsString(TENANT)), UUID.fromString(token.getSubject())));
    }

    @Bean
    static JwtDecoder accessTokenDecoder(PublishedKeys keys, BaseUrl baseUrl, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        var timestamps = new JwtTimestampValidator(LEEWAY);
        timestamps.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(timestamps, new JwtIssuerValidator(baseUrl.of(""))));
        return decoder;
    }
}
