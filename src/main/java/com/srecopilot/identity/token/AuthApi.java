package com.srecopilot.identity.token;

import com.srecopilot.identity.Accounts;
import com.srecopilot.identity.access.Caller;
import com.srecopilot.identity.access.Identified;
import com.srecopilot.identity.signin.Credentials;
import com.srecopilot.tenancy.Anyone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/v1/auth")
@Anyone
class AuthApi {

    private final Credentials credentials;
    private final Accounts accounts;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;

    AuthApi(Credentials credentials, Accounts accounts, AccessTokens accessTokens, RefreshTokens refreshTokens) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
    }

    record LoginForm(@NotBlank String email, @NotBlank String password, String code) {
    }

    record RefreshForm(@NotBlank String refreshToken) {
    }

    /** @param expiresIn seconds until the access token expires */
    record Tokens(String accessToken, String refreshToken, String tokenType, long expiresIn) {
    }

    @PostMapping("/login")
    Tokens login(@RequestBody @Valid LoginForm form, HttpServletRequest request, HttpServletResponse response) {
        Credentials.Verdict verdict = credentials.check(form.email, form.password, Caller.of(request));
        if (verdict instanceof Credentials.TooMany tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.retryAfter().toSeconds()));
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS, "Too many failed attempts. Try again in " + tooMany.retryAfter().toSeconds() + " s.");
        }
        if (verdict instanceof Credentials.Right right) {
            return tokens(right.who(), refreshTokens.issue(right.who()));
        }
        throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, verdict instanceof Credentials.Disabled
                ? "This account is disabled." : "This e-mail and password don't belong together.");
    }

    @PostMapping("/refresh")
    Tokens refresh(@RequestBody @Valid RefreshForm form, HttpServletRequest request) {
        return refreshTokens.renew(form.refreshToken, Caller.of(request))
                .filter(renewed -> accounts.find(renewed.who().tenant(), renewed.who().person()).isPresent())
                .map(renewed -> tokens(renewed.who(), renewed.token()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED, "This refresh token is not valid any more. Sign in again."));
    }

    private Tokens tokens(Identified who, String refreshToken) {
        return new Tokens(accessTokens.issue(who), refreshToken, "Bearer", AccessTokens.LIFETIME.toSeconds());
    }
}
