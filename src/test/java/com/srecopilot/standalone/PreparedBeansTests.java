package com.srecopilot.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedBeansTests {

    @Test
    void theSettingsOfTheReadmeLeaveThemInForce() throws Exception {
        List<String> names = Files.readAllLines(Path.of("README.md")).stream().filter(line -> line.startsWith("| `S")).map(line -> line.split("\\|")[1])
                .flatMap(cell -> Pattern.compile("[A-Z]+_[A-Z_0-9]+").matcher(cell).results().map(found -> found.group())).toList();
        assertThat(names).contains("SPRING_DATASOURCE_URL", "SPRING_DATA_REDIS_URL", "SERVER_PORT");
        assertThat(names).filteredOn(name -> name.startsWith("S")).allMatch(name -> PreparedBeans.hold(Map.of(name, "x"), new Properties()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPRING_PROFILES_ACTIVE", "spring.profiles.active", "MANAGEMENT_SERVER_PORT", "SERVER_FORWARD_HEADERS_STRATEGY",
            "SPRING_APPLICATION_JSON", "SPRING_THREADS_VIRTUAL_ENABLED", "spring.config.location"})
    void whatMayDecideAboutBeansMakesAStartLookAgain(String name) {
        Properties system = new Properties();
        system.setProperty(name.toLowerCase().replace('_', '.'), "x");
        assertThat(PreparedBeans.hold(Map.of(name, "x"), new Properties())).isFalse();
        assertThat(PreparedBeans.hold(Map.of(), system)).isFalse();
        assertThat(PreparedBeans.hold(Map.of(), new Properties(), "--" + name.toLowerCase().replace('_', '.') + "=x")).isFalse();
    }

    @Test
    void aPortByArgumentDoesNot() {
        assertThat(PreparedBeans.hold(Map.of("HOME", "/root"), new Properties(), "--server.port=8081", "rank-causes")).isTrue();
    }
}
