package com.srecopilot.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import com.srecopilot.stories.Processes;

/** A start as a person sees it: the real process, its words and its status. */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

    private static final Path OURS = Home.path("start-tests");

    private record Outcome(int status, String said, String complained) {
    }

    @Test
    void nothingConfiguredMeansServersOfOurOwnSharedByAllContexts() {
        try (ConfigurableApplicationContext first = context(); ConfigurableApplicationContext second = context()) {
            Environment environment = first.getEnvironment();
            assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("srecopilot_app");
            assertThat(environment.getProperty("spring.liquibase.user")).isEqualTo("srecopilot");
            assertThat(environment.getProperty("spring.data.redis.url")).startsWith("redis://:").contains("@127.0.0.1:");
            assertThat(environment.getProperty("srecopilot.base-url")).isEqualTo("http://localhost:8080");
            assertThat(second.getEnvironment().getProperty("spring.datasource.url"))
                    .isEqualTo(environment.getProperty("spring.datasource.url"));
        }
    }

    @Test
    void theLastWordsNameTheAddressAndWhatOtherRoomsAdd(CapturedOutput output) {
        try (ConfigurableApplicationContext web = new SpringApplicationBuilder(BareApplication.class)
                .run("--srecopilot.home=" + OURS, "--server.port=0")) {
            assertThat(output.getOut()).endsWith("\n\n  SRE Copilot is ready: http://localhost:"
                    + web.getEnvironment().getProperty("local.server.port") + "\n  Sign in as nobody in particular\n\n");
        }
    }

    @Test
    void aFolderInUseIsOneLine() throws Exception {
        try (Home taken = Home.fresh("taken")) {
            refused(run(Map.of("SRECOPILOT_HOME", taken.folder.home().toString())), "in use by another SRE Copilot");
        }
    }

    @Test
    void aPortInUseIsOneLine() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            refused(run(Map.of("SERVER_PORT", String.valueOf(socket.getLocalPort()), "SRECOPILOT_HOME", Home.path("port-tests").toString())),
                    "Port " + socket.getLocalPort() + " is in use by another program. Stop that one, or choose another port");
        }
    }

    @Test
    void aDatabaseThatIsDownIsOneLine() throws Exception {
        refused(run(Map.of("SPRING_DATASOURCE_URL", PostgresRoles.url(LocalPort.anyFree(), "x"), "SRECOPILOT_HOME", Home.path("down-tests").toString())),
                "does not answer. Start it, or correct SPRING_DATASOURCE_URL.");
    }

    @Test
    void aFolderThatCannotBeMadeIsOneLine() throws Exception {
        refused(run(Map.of("SRECOPILOT_HOME", "pom.xml")), "The data folder pom.xml cannot be written to");
    }

    private static void refused(Outcome outcome, String words) {
        assertThat(outcome.complained).startsWith("SRE Copilot cannot start: ").contains(words).hasLineCount(1);
        assertThat(outcome.said).doesNotContain("ERROR", "WARN", "\tat ", "APPLICATION FAILED");
        assertThat(outcome.status).isEqualTo(1);
    }

    private static ConfigurableApplicationContext context() {
        return new SpringApplicationBuilder(Object.class).web(WebApplicationType.NONE)
                .run("--srecopilot.home=" + OURS, "--spring.main.banner-mode=off");
    }

    private static Outcome run(Map<String, String> settings) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Processes.command("com.srecopilot.SreCopilot"));
        builder.environment().putAll(Map.of("SERVER_PORT", "0"));
        builder.environment().putAll(settings);
        Process process = builder.start();
        String complained = new String(process.getErrorStream().readAllBytes());
        return new Outcome(process.waitFor(), new String(process.getInputStream().readAllBytes()), complained);
    }
}
