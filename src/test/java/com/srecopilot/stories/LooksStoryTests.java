package com.srecopilot.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.srecopilot.RunningApp;

/** Every page at four widths in light and dark: pictures in target/stories/looks, and nothing that would shame us. */
@RunningApp
class LooksStoryTests {

    private static final Path FOLDER = Path.of("target/stories/looks");
    private static final int[] WIDTHS = {1440, 1024, 768, 390};
    private static final int LARGEST_PAGE = 150 * 1024;
    private static final int LARGEST_FIRST_VIEW = 60 * 1024;
    private static final String AXE = resource("/axe.min.js");
    private static final String SERIOUS = """
            () => axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
                .then(found => found.violations.filter(it => ['serious', 'critical'].includes(it.impact))
                .map(it => it.id + ': ' + it.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | ')))""";
    private static final String WIDER_THAN_THE_WINDOW = """
            () => document.documentElement.scrollWidth <= innerWidth + 1 ? '' : document.documentElement.scrollWidth + ': ' +
                [...document.querySelectorAll('body *')].filter(it => it.getBoundingClientRect().right > innerWidth + 1)
                .slice(0, 3).map(it => it.tagName + '.' + (it.getAttribute('class') || '')).join(', ')""";

    /** Words that their box hides, but for log lines and the place in the top bar, which the heading repeats. */
    private static final String CUT = """
            () => [...document.querySelectorAll('body *')].filter(it => {
                const style = getComputedStyle(it), seen = it.getBoundingClientRect();
                return seen.width > 1.5 && style.clipPath === 'none' && it.checkVisibility() && !it.closest('svg, .log-line, .crumbs, option')
                    && [...it.childNodes].some(node => node.nodeType === 3 && node.data.trim())
                    && (['hidden', 'clip'].includes(style.overflowX) && it.scrollWidth > it.clientWidth + 2
                        || style.overflowY === 'hidden' && it.scrollHeight > it.clientHeight + 3);
            }).slice(0, 3).map(it => it.tagName + '.' + it.className + ': ' + it.textContent.trim().slice(0, 40))""";

    @LocalServerPort
    private int port;
    private final List<String> complaints = new ArrayList<>();
    private int shell;

    @Test
    void everyPageHoldsItsShapeIsReadableByAllAndLight() {
        long begun = System.nanoTime();
        try (var browser = new Browser(port)) {
            Page visitor = listened(browser.visitor(1440, 900));
            Page ana = listened(browser.signedIn("ana@acme.test"));
            Map<String, String> pages = pages(ana);
            shell = shell(visitor);
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                visitor.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                ana.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                look(visitor, "sign-in", "/login", scheme);
                pages.forEach((name, path) -> look(ana, name, path, scheme));
            }
            Page vic = listened(browser.signedIn("vic@acme.test"));
            look(vic, "error-403", "/settings/users", ColorScheme.LIGHT);
        }
        System.out.println("Looks took " + (System.nanoTime() - begun) / 1_000_000_000 + " s");
        assertThat(complaints).isEmpty();
    }

    private Map<String, String> pages(Page page) {
        Map<String, String> pages = new LinkedHashMap<>();
        links(page, "/", "aside nav a").forEach(path -> pages.put(name(path), path));
        links(page, "/settings", "main a[href^='/']").forEach(path -> pages.put(name(path), path));
        String incident = first(page, "/incidents?q=Database+connection+pool+exhausted", ".incident-row .row-link");
        pages.put("incident", incident);
        List.of("edit", "merger", "split").forEach(form -> pages.put("incident-" + form, incident + "/" + form));
        pages.put("incident-resolved", first(page, "/incidents?state=resolved", ".incident-row .row-link"));
        pages.put("incident-chart", first(page, incident, "a[href*='/hypotheses/charts']"));
        pages.put("alert", first(page, "/alerts", "main a[href^='/alerts/']:not([href*='silences'])"));
        pages.put("sender", first(page, "/settings/integrations", "main a[href^='/settings/integrations/']"));
        pages.put("sender-mapping", pages.get("sender") + "/mapping");
        List.of("/incidents/new", "/incidents?q=nothingthatexists", "/alerts?q=nothingthatexists", "/alerts/silences", "/services/map", "/services/new",
                "/services/yaml", "/services/checkout-service", "/services/checkout-service/edit", "/hypotheses/past", "/search?q=checkout",
                "/search?q=nothingthatexists", "/runbooks", "/me").forEach(path -> pages.put(name(path), path));
        pages.put("error-404", "/nothing/here");
        return pages;
    }

    private static String name(String path) {
        return path.equals("/") ? "dashboard" : path.substring(1).replaceAll("\\W+", "-");
    }

    private static List<String> links(Page page, String path, String link) {
        page.navigate(path);
        return page.locator(link).all().stream().map(it -> it.getAttribute("href")).distinct().toList();
    }

    private static String first(Page page, String list, String link) {
        page.navigate(list);
        return page.locator(link).first().getAttribute("href");
    }

    private void look(Page page, String name, String path, ColorScheme scheme) {
        page.setViewportSize(WIDTHS[0], 900);
        Response answer = page.navigate(path);
        byte[] html = answer.body();
        complainIf(html.length > LARGEST_PAGE, name + ": " + html.length + " bytes of HTML");
        complainIf(zipped(html) + shell > LARGEST_FIRST_VIEW, name + ": first view takes " + (zipped(html) + shell) + " bytes");
        complainIf(answer.status() >= 400 != name.startsWith("error"), name + ": status " + answer.status());
        page.evaluate(AXE);
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            String wider = (String) page.evaluate(WIDER_THAN_THE_WINDOW);
            complainIf(!wider.isEmpty(), name + " is wider than " + width + ": " + wider);
            if (width == 1440 || width == 390 && scheme == ColorScheme.LIGHT) {
                ((List<?>) page.evaluate(SERIOUS)).forEach(found -> complaints.add(name + " at " + width + ", " + scheme + ": " + found));
            }
            page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + "-" + width + "-" + scheme.name().toLowerCase() + ".png"))
                    .setCaret(ScreenshotCaret.INITIAL));
        }
        if (scheme == ColorScheme.LIGHT) {
            lookWithTwiceTheText(page, name);
        }
    }

    private void lookWithTwiceTheText(Page page, String name) {
        page.evaluate("() => { document.documentElement.style.fontSize = '200%' }");
        for (int width : new int[] {1440, 390}) {
            page.setViewportSize(width, 900);
            String wider = (String) page.evaluate(WIDER_THAN_THE_WINDOW);
            complainIf(!wider.isEmpty(), name + " with twice the text is wider than " + width + ": " + wider);
            ((List<?>) page.evaluate(CUT)).forEach(cut -> complaints.add(name + " with twice the text at " + width + " cuts " + cut));
            page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + "-" + width + "-twice.png")).setCaret(ScreenshotCaret.INITIAL));
        }
    }

    private Page listened(Page page) {
        page.onConsoleMessage(message -> complainIf(message.type().equals("error") && !message.text().startsWith("Failed to load resource"),
                page.url() + " said: " + message.text()));
        page.onPageError(error -> complaints.add(page.url() + " failed: " + error));
        page.onResponse(answer -> complainIf(answer.status() >= 400 && !answer.request().isNavigationRequest(), answer.status() + " for " + answer.url()));
        return page;
    }

    /** What every first visit loads beside the page itself, compressed. */
    private int shell(Page page) {
        List<Response> loaded = new ArrayList<>();
        page.onResponse(answer -> {
            if (List.of("stylesheet", "script").contains(answer.request().resourceType())) {
                loaded.add(answer);
            }
        });
        page.navigate("/login");
        int size = List.copyOf(loaded).stream().mapToInt(answer -> zipped(answer.body())).sum();
        System.out.println(loaded.size() + " styles and scripts, " + size + " bytes compressed");
        return size;
    }

    private void complainIf(boolean bad, String complaint) {
        if (bad) {
            complaints.add(complaint);
        }
    }

    private static int zipped(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.size();
    }

    private static String resource(String path) {
        try (var in = LooksStoryTests.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
