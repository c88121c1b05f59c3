package com.srecopilot.identity.token;

import java.time.Duration;
import java.util.Map;

import com.srecopilot.tenancy.Anyone;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Anyone
class KeySetApi {

    private final PublishedKeys keys;

    KeySetApi(PublishedKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> show() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofMinutes(1))).body(keys.current().toJSONObject());
    }
}
