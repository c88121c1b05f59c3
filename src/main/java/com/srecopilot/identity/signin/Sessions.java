package com.srecopilot.identity.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.srecopilot.identity.Directory;
import com.srecopilot.identity.IdentityEvent;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** A person's sessions, over all browsers and nodes. */
@Component
public class Sessions {

    static final String ADDRESS = "srecopilot.address";
    static final String BROWSER = "srecopilot.browser";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** @param handle names the session without giving it away */
    public record Open(String handle, String browser, String address, Instant since, Instant lastUsed, boolean current) {
    }

    /** The most recently used first. */
    public List<Open> of(UUID person, String currentId) {
        return found(person).entrySet().stream().map(entry -> open(entry.getKey(), entry.getValue(), entry.getKey().equals(currentId)))
                .sorted(Comparator.comparing(Open::lastUsed).reversed()).toList();
    }

    /** @return whether there was one */
    public boolean end(UUID person, String handle) {
        List<String> meant = found(person).keySet().stream().filter(id -> handle(id).equals(handle)).toList();
        meant.forEach(sessions::deleteById);
        return !meant.isEmpty();
    }

    /** Ends all but this one. */
    public void endOthers(UUID person, String currentId) {
        found(person).keySet().stream().filter(id -> !id.equals(currentId)).forEach(sessions::deleteById);
    }

    @ApplicationModuleListener
    void on(IdentityEvent.PersonDisabled event) {
        endOthers(event.subject(), "");
    }

    private Map<String, ? extends Session> found(UUID person) {
        return sessions.findByPrincipalName(person.toString());
    }

    private static Open open(String id, Session session, boolean current) {
        String browser = session.getAttributeOrDefault(BROWSER, "");
        String address = session.getAttributeOrDefault(ADDRESS, "");
        return new Open(handle(id), browser, address, session.getCreationTime(), session.getLastAccessedTime(), current);
    }

    private static String handle(String id) {
        return HexFormat.of().formatHex(Directory.hash(id), 0, 12);
    }
}
