package com.srecopilot.catalog;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.srecopilot.identity.Cursor;
import com.srecopilot.identity.NotFound;
import com.srecopilot.identity.Slice;
import com.srecopilot.tenancy.Needs;

@RestController
@RequestMapping("/api/v1/changes")
class ChangeApi {

    private final Changes changes;

    ChangeApi(Changes changes) {
        this.changes = changes;
    }

    @GetMapping
    @Needs
    Slice<ChangeView> list(@RequestParam(required = false) String service, @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        return changes.list(service, Slice.limit(limit), Cursor.parse(cursor).orElse(null));
    }

    @GetMapping("/{id}")
    @Needs
    ChangeView show(@PathVariable UUID id) {
        return changes.find(id).orElseThrow(() -> new NotFound("Change " + id));
    }

    @PostMapping
    @Needs("services:write")
    ResponseEntity<ChangeView> create(@Valid @RequestBody ChangeForm form) {
        UUID id = changes.record(form);
        return ResponseEntity.created(URI.create("/api/v1/changes/" + id)).body(changes.find(id).orElseThrow());
    }
}
