package com.srecopilot.identity.signin;

import java.time.Duration;

import com.srecopilot.identity.access.Caller;
import com.srecopilot.identity.access.Proof;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The form's e-mail and password, as Spring Security asks for them. The only provider, so every chain asks it, and once. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Credentials credentials;

    PasswordSignIn(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Credentials.Verdict verdict = credentials.check(asked.getName(), String.valueOf(asked.getCredentials()), Caller.current());
        if (verdict instanceof Credentials.Right right) {
            return new Proof(right.who());
        }
        if (verdict instanceof Credentials.TooMany tooMany) {
            throw new TooManyAttempts(tooMany.retryAfter());
        }
        if (verdict instanceof Credentials.Disabled) {
            throw new DisabledException("This account is disabled. Ask an admin of your organisation.");
        }
        throw new BadCredentialsException("This e-mail and password don't belong together.");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    static final class TooManyAttempts extends LockedException {

        private final Duration wait;

        private TooManyAttempts(Duration wait) {
            super("Too many failed attempts. Try again in " + inWords(wait) + ".");
            this.wait = wait;
        }

        Duration waiting() {
            return wait;
        }

        private static String inWords(Duration wait) {
            return wait.toSeconds() < 60 ? wait.toSeconds() + " s" : wait.plusSeconds(59).toMinutes() + " min";
        }
    }
}
