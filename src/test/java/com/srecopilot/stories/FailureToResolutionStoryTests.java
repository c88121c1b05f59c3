package com.srecopilot.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.srecopilot.RunningApp;

/**
 * The main job, with nothing in between: a real Prometheus finds a real failure, a real Alertmanager tells us, an
 * incident opens on an open page, two people work it, it recovers, and they close it.
 */
@RunningApp
class FailureToResolutionStoryTests {

    private static final Path FOLDER = Path.of("target/stories/prometheus");
    private static final Duration FAILURE_TO_INCIDENT = Duration.ofMinutes(2);
    private static final String DOWN = "payment-service is down";

    @LocalServerPort
    private int port;

    @Test
    void aFailingServiceIsSeenWorkedOnAndClosedByTwoPeople() throws Exception {
        int target = Processes.freePort();
        try (var processes = monitoring(target); var browser = new Browser(port)) {
            Process service = processes.start("target-1", "java", "alerting/DemoTarget.java", String.valueOf(target));
            int prometheus = watch(processes);
            Processes.await("Prometheus sees the target", () -> up(processes, prometheus));

            Page eli = browser.signedIn("eli@acme.test");
            eli.navigate("/incidents");
            mark(eli);
            service.destroyForcibly();
            long failed = System.nanoTime();
            Locator row = eli.locator(".incident-row").filter(new Locator.FilterOptions().setHasText(DOWN)).first();
            assertThat(row).isVisible();
            Duration took = Duration.ofNanos(System.nanoTime() - failed);
            System.out.println("From failure to visible incident: " + took.toSeconds() + " s");
            assertThat(took).isLessThan(FAILURE_TO_INCIDENT);
            assertNotReloaded(eli);

            row.getByRole(AriaRole.LINK).first().click();
            assertThat(eli.locator(".incident-head")).containsText(DOWN);
            mark(eli);
            Page bo = browser.signedIn("bo@acme.test");
            bo.navigate(eli.url());
            mark(bo);
            workTogether(eli, bo);

            processes.start("target-2", "java", "alerting/DemoTarget.java", String.valueOf(target));
            recoverTogether(eli, bo);
        }
    }

    private static void workTogether(Page eli, Page bo) {
        assertThat(eli.locator(".cause-card, .cause-line, .abstained").first()).isVisible();
        eli.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start investigating")).first().click();
        assertThat(eli.locator(".incident-head .state-investigating")).isVisible();
        assertThat(bo.locator(".incident-head .state-investigating")).isVisible();
        assertThat(bo.locator(".timeline")).containsText("Investigation started");
        assertNotReloaded(bo);
    }

    private static void recoverTogether(Page eli, Page bo) {
        assertThat(bo.locator(".timeline")).containsText(DOWN + " resolved");
        assertThat(eli.locator("#incident-all-clear")).isVisible();
        eli.locator("#incident-all-clear").getByRole(AriaRole.BUTTON).click();
        assertThat(eli.locator(".incident-head .state-resolved")).isVisible();
        assertThat(bo.locator(".incident-head .state-resolved")).isVisible();
        assertNotReloaded(eli);
        assertNotReloaded(bo);
    }

    /** The shipped files, with nothing but the ports changed. */
    private Processes monitoring(int target) throws IOException {
        Files.createDirectories(FOLDER.resolve("rules"));
        Files.copy(Path.of("alerting/rules/availability.yml"), FOLDER.resolve("rules/availability.yml"), StandardCopyOption.REPLACE_EXISTING);
        rewrite("prometheus.yml", target);
        rewrite("alertmanager.yml", target);
        return new Processes(FOLDER);
    }

    private final int alertmanagerPort = Processes.freePort();

    private void rewrite(String file, int target) throws IOException {
        String text = Files.readString(Path.of("alerting", file)).replace("localhost:8080", "localhost:" + port)
                .replace("localhost:9093", "localhost:" + alertmanagerPort).replace("localhost:9101", "localhost:" + target);
        Files.writeString(FOLDER.resolve(file), text);
    }

    private int watch(Processes processes) {
        int prometheus = Processes.freePort();
        String data = FOLDER.resolve("data-" + System.nanoTime()).toString();
        processes.start("alertmanager", "prometheus-alertmanager", "--config.file=" + FOLDER.resolve("alertmanager.yml"),
                "--storage.path=" + data + "-am", "--web.listen-address=127.0.0.1:" + alertmanagerPort, "--cluster.listen-address=");
        processes.start("prometheus", "prometheus", "--config.file=" + FOLDER.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + data, "--web.listen-address=127.0.0.1:" + prometheus);
        return prometheus;
    }

    private static boolean up(Processes processes, int prometheus) {
        String answer = processes.get("http://127.0.0.1:" + prometheus + "/api/v1/query?query=sum(up)");
        return Pattern.compile("\"value\":\\[[^]]*\"2\"]").matcher(answer).find();
    }

    private static void mark(Page page) {
        page.evaluate("window.sameDocument = true");
    }

    private static void assertNotReloaded(Page page) {
        assertThat(page.evaluate("window.sameDocument === true")).isEqualTo(true);
    }
}
