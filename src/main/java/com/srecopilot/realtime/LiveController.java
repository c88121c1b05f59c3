package com.srecopilot.realtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Needs;

/** {@code GET /live}: one stream of server-sent events per page. */
@Controller
@Needs
class LiveController {

    private static final byte[] GREETING = "retry: 2000\n: listening\n\n".getBytes(StandardCharsets.UTF_8);

    private final List<TopicGate> gates;
    private final LiveListening listening;

    LiveController(List<TopicGate> gates, LiveListening listening) {
        this.gates = gates;
        this.listening = listening;
    }

    @GetMapping("/live")
    void listen(@RequestParam Set<String> topics, @RequestParam(required = false) String after,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        Actor actor = Actor.current();
        var heard = new TreeSet<String>();
        topics.forEach(topic -> heard.addAll(admitted(actor, topic)));
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        HttpSession session = request.getSession(false);
        listening.begin(actor, heard, lastEventId != null ? lastEventId : after,
                session == null ? null : session.getId(), context, GREETING);
    }

    private Set<String> admitted(Actor actor, String topic) {
        return gates.stream().filter(gate -> gate.owns(topic)).findFirst().filter(gate -> gate.admits(actor, topic)).map(gate -> gate.heard(actor, topic))
                .orElseThrow(() -> new AccessDeniedException("You may not listen to " + topic));
    }
}
