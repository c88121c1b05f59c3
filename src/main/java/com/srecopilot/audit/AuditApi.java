package com.srecopilot.audit;

import com.srecopilot.tenancy.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@Needs("audit:read")
class AuditApi {

    private static final int MOST = 200;

    private final AuditLog log;

    AuditApi(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/api/v1/audit")
    AuditLog.Found search(AuditFilter filter, @RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit: between 1 and " + MOST);
        }
        return log.search(filter, cursor, limit);
    }
}
