package com.srecopilot.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.srecopilot.RunningApp;

/** What a page owes when things go wrong around it: the connection, a colleague's edit, a browser without scripts. */
@RunningApp
class StatesStoryTests {


    @LocalServerPort
    private int port;

    @Test
    void aPageThatLosesItsConnectionSaysSoAndCatchesUpWithoutReloading() throws Exception {
        try (var browser = new Browser(port)) {
            Page eli = browser.signedIn("eli@acme.test");
            eli.navigate("/incidents");
            assertThat(eli.locator("#live-state")).hasText("Live");
            eli.evaluate("() => { window.kept = true }");

            eli.context().setOffline(true);
            assertThat(eli.locator("#toasts").getByText("Connection lost")).isVisible();
            String title = "Missed while away " + System.nanoTime();
            assertThat(fire(title, "away-" + System.nanoTime())).isEqualTo(202);

            eli.context().setOffline(false);
            assertThat(eli.locator(".incident-row").filter(new Locator.FilterOptions().setHasText(title))).isVisible();
            assertThat(eli.locator("#toasts").getByText("Connection lost")).isHidden();
            assertThat(eli.evaluate("() => window.kept")).isEqualTo(true);
        }
    }

    @Test
    void whoSavesSecondSeesWhatChangedAndKeepsWhatTheyTyped() {
        try (var browser = new Browser(port)) {
            Page eli = browser.signedIn("eli@acme.test");
            Page bo = browser.signedIn("bo@acme.test");
            String incident = declared(eli, "Two people edit this one");
            eli.navigate(incident + "/edit");
            bo.navigate(incident + "/edit");
            save(bo, "What Bo found out about it");
            assertThat(bo.locator(".incident-head")).isVisible();

            save(eli, "What Eli wrote at the same time");
            assertThat(eli.locator(".banner")).containsText("What Bo found out about it");
            assertThat(eli.locator("[name=description]")).hasValue("What Eli wrote at the same time");
            eli.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save mine")).click();
            assertThat(eli.locator(".incident-description")).hasText("What Eli wrote at the same time");
        }
    }

    @Test
    void anIncidentIsWorkedFromDeclaringToResolvingWithoutScripts() {
        try (var browser = new Browser(port)) {
            Page eli = browser.signedInWithoutScripts("eli@acme.test");
            declared(eli, "Nothing here needs a script");
            press(eli, "Start investigating");
            assertThat(eli.locator(".incident-head .state-investigating")).isVisible();
            eli.fill("#note", "Written without a script");
            press(eli, "Add note");
            assertThat(eli.locator(".timeline")).containsText("Written without a script");
            eli.locator(".incident-head summary").filter(new Locator.FilterOptions().setHasText("Resolve")).click();
            eli.fill(".incident-head [name=note]:visible", "It was nothing");
            eli.locator(".incident-head").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Resolve").setExact(true)).click();
            assertThat(eli.locator(".incident-head .state-resolved")).isVisible();

            eli.navigate("/incidents");
            eli.locator("[name=severity][value=low]").check();
            press(eli, "Apply");
            assertThat(eli.locator(".incident-row .severity-low").first()).isVisible();
            assertThat(eli.locator(".incident-row .severity-critical")).hasCount(0);
        }
    }

    private static String declared(Page page, String title) {
        page.navigate("/incidents/new");
        page.fill("#title", title);
        page.fill("#description", "As it was when it was declared");
        page.locator("[name=severity][value=low]").check();
        press(page, "Declare incident");
        assertThat(page.locator(".incident-head h1")).containsText(title);
        return URI.create(page.url()).getPath();
    }

    private static void save(Page page, String description) {
        page.fill("[name=description]", description);
        page.locator("main form .button.primary").click();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
    }

    private int fire(String title, String service) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ingest/acme00demo00ingest00key000000000/generic"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"" + title + "\",\"service\":\"" + service + "\",\"severity\":\"high\"}")).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
