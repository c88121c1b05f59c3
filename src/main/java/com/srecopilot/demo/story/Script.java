package com.srecopilot.demo.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a tenant runs, and what may go wrong there: {@code demo/<tenant>.yaml}.
 *
 * @param releases what gets deployed, by service
 * @param settings what gets configured, by service
 * @param words how people write, whatever broke
 * @param journeys requests as they come, by and by
 */
public record Script(Map<String, Part> services, Map<String, List<String>> releases, Map<String, List<String>> settings,
        List<Trouble> troubles, Map<String, List<String>> words, List<Journey> journeys) {

    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    /** A service. @param release the one that runs at the end @param runbooks an address each, then its title; or null */
    public record Part(String tier, String region, String owner, String release, List<String> calls, List<String> runbooks) {
    }

    /** What a service does for a request, in milliseconds of its own, and whom it calls for it. @param says what it logs then, or null */
    public record Journey(String service, String operation, int millis, String says, List<Journey> calls) {

        public Journey {
            calls = calls == null ? List.of() : calls;
        }
    }

    public static Script of(String tenant) {
        Map<String, Object> all = read(tenant);
        all.put("words", read("words"));
        return JSON.convertValue(all, Script.class);
    }

    private static Map<String, Object> read(String name) {
        try (InputStream file = Script.class.getResourceAsStream("/demo/" + name + ".yaml")) {
            return new Yaml().load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> callersOf(String service) {
        return services.entrySet().stream().filter(part -> part.getValue().calls().contains(service)).map(Map.Entry::getKey).toList();
    }
}
