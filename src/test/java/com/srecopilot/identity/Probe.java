package com.srecopilot.identity;

import java.util.Map;

import com.srecopilot.tenancy.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Handlers that only tests have: one that forgot its rule, one that fails, one that says what it got. */
@RestController
class Probe {

    record Said(String text, Map<String, String> more, Integer number) {
    }

    @GetMapping("/api/probe/unruled")
    String unruled() {
        return "nobody may read this";
    }

    @GetMapping("/probe/unruled")
    String unruledPage() {
        return "nobody may read this";
    }

    @Needs
    @GetMapping({"/api/probe/failing", "/probe/failing"})
    String failing() {
        throw new IllegalStateException("secret detail of com.srecopilot.Inside");
    }

    @Needs
    @PostMapping("/api/probe/echo")
    Said echo(@RequestBody Said said) {
        return said;
    }
}
