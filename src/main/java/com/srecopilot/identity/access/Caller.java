package com.srecopilot.identity.access;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import com.srecopilot.tenancy.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where a request comes from, known before who sends it. */
public record Caller(String ip, String userAgent, String requestId) {

    static final String HEADER = "X-Request-ID";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{3,63}");

    /** The same for all dispatches of a request. */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(HEADER) instanceof Caller known) {
            return known;
        }
        String asked = request.getHeader(HEADER);
        boolean sane = asked != null && SANE.matcher(asked).matches();
        String id = sane ? asked : randomId();
        var caller = new Caller(shortened(request.getRemoteAddr()), CleanText.of(request.getHeader("User-Agent")), id);
        request.setAttribute(HEADER, caller);
        return caller;
    }

    /** It is no secret, so nobody waits for the machine's source of secrets. */
    private static String randomId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
    }

    /** The server spells this machine's own address in full. */
    private static String shortened(String address) {
        return address.equals("0:0:0:0:0:0:0:1") ? "::1" : address;
    }

    /** The caller of the request under way on this thread. */
    public static Caller current() {
        return of(((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest());
    }

    /** Somebody who claims to have this e-mail, for the record of a sign-in. */
    public Actor claiming(UUID tenant, String email) {
        return new Actor(tenant, null, email, email, Set.of(), ip, userAgent, requestId);
    }
}
