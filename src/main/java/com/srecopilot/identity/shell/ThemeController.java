package com.srecopilot.identity.shell;

import java.net.URI;
import java.time.Duration;

import com.srecopilot.identity.BaseUrl;
import com.srecopilot.identity.Invalid;
import com.srecopilot.identity.access.Paths;
import com.srecopilot.tenancy.Anyone;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Light, dark or as the system: kept in a cookie, so that the first byte of the next page already knows. */
@Controller
@Anyone
class ThemeController {

    private final BaseUrl baseUrl;

    ThemeController(BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
    }

    @PostMapping("/me/theme")
    ResponseEntity<Void> choose(@RequestParam String theme, @RequestHeader(defaultValue = "/") URI referer, HttpServletRequest request) {
        if (!Shell.isTheme(theme)) {
            throw new Invalid("theme", "is light, dark or system");
        }
        var cookie = ResponseCookie.from("theme", theme).path("/").maxAge(Duration.ofDays(365)).sameSite("Lax").secure(baseUrl.isSecure()).build();
        var answer = Paths.isForHtmx(request) ? ResponseEntity.noContent() : ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, local(referer));
        return answer.header(HttpHeaders.SET_COOKIE, cookie.toString()).build();
    }

    /** Back to the page one was on, and only ever to one of ours. */
    private static String local(URI referer) {
        String path = referer.getRawPath();
        boolean ours = path != null && path.startsWith("/") && !path.startsWith("//");
        return !ours ? "/" : referer.getRawQuery() == null ? path : path + "?" + referer.getRawQuery();
    }
}
