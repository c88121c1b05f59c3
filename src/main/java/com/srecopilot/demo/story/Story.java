package com.srecopilot.demo.story;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.srecopilot.demo.story.Episode.Change;

/**
 * What happened, in order of time.
 *
 * @param running the release that each service runs at the end
 */
public record Story(List<Episode> episodes, List<Change> changes, Map<String, String> running) {

    public static final int DAYS = 90;

    /**
     * The same for the same arguments.
     *
     * @param pace how much happens; 1 is a busy shop
     * @param staff e-mails of who is on call in turn, and their first names
     */
    public static Story of(Script script, Map<String, String> staff, double pace, Instant now, long seed) {
        var plan = new Plan(script, pace, now, seed);
        return new Teller(script, new Rota(staff), now, seed).tell(plan.events());
    }

    /** The release after the one that runs. */
    public String next(String service) {
        return Version.of(running.get(service)).next().toString();
    }
}
