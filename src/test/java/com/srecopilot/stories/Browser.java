package com.srecopilot.stories;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;

/** The system's Chromium, with a context of its own for each person. */
public final class Browser implements AutoCloseable {

    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium;
    private final String address;

    public Browser(int port) {
        this.address = "http://localhost:" + port;
        PlaywrightAssertions.setDefaultAssertionTimeout(Processes.PATIENCE.toMillis());
        this.chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium")).setHeadless(true).setArgs(FLAGS));
    }

    /** A page of a person who is signed in. Whatever the browser complains about fails the test at {@link #close}. */
    public Page signedIn(String email) {
        return signIn(visitor(1440, 900), email);
    }

    /** The same in a browser that runs no script. */
    Page signedInWithoutScripts(String email) {
        return signIn(page(options().setViewportSize(1440, 900).setJavaScriptEnabled(false)), email);
    }

    public Page visitor(int width, int height) {
        return page(options().setViewportSize(width, height));
    }

    private static Page signIn(Page page, String email) {
        page.navigate("/login");
        page.fill("[name=username]", email);
        page.fill("[name=password]", "demo-Passw0rd!");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true)).click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private com.microsoft.playwright.Browser.NewContextOptions options() {
        return new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(address);
    }

    private Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(Processes.PATIENCE.toMillis());
        return context.newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
