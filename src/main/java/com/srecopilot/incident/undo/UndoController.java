package com.srecopilot.incident.undo;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.identity.Stale;
import com.srecopilot.tenancy.Needs;

/** {@code POST} takes back what its sender has just done. */
@Controller
@Needs("incidents:write")
class UndoController {

    private final Acts acts;
    private final ActReply reply;

    UndoController(Acts acts, ActReply reply) {
        this.acts = acts;
        this.reply = reply;
    }

    @PostMapping("/incidents/undo/{id}")
    String undo(@PathVariable UUID id, @RequestParam(required = false) String back, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") == null) {
            return "redirect:" + reply.page(back, acts.undo(id));
        }
        reply.toast(response, outcome(id), null);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return null;
    }

    private String outcome(UUID id) {
        try {
            return acts.undo(id).sentence();
        } catch (Stale late) {
            return late.getMessage();
        }
    }
}
