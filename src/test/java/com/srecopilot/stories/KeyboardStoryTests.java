package com.srecopilot.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.srecopilot.RunningApp;

/** Whoever has no mouse reaches every control of every page, sees where they are, and gets out again. */
@RunningApp
class KeyboardStoryTests {

    private static final String[] PAGES = {"/", "/incidents?severity=critical&severity=high", "/alerts?status=resolved&since=7d", "/services", "/services/map",
        "/services/checkout-service", "/analytics", "/hypotheses/accuracy", "/audit", "/search?q=pool", "/me", "/incidents/new", "/settings",
        "/settings/users", "/settings/roles", "/settings/integrations", "/settings/maintenance", "/settings/grouping", "/settings/incidents",
        "/settings/telemetry", "/settings/model", "/alerts/silences"};

    /** Every visible control, numbered, with focus on the first; of radio buttons of one name the one that Tab goes to. */
    private static final String NUMBER = """
            () => { let n = 0; const groups = new Set();
                document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]').forEach(it => {
                    if (it.disabled || !it.checkVisibility({ visibilityProperty: true }) || it.tabIndex < 0) return;
                    if (it.type === 'radio' && (groups.has(it.name) || !(groups.add(it.name)))) return;
                    it.dataset.walk = n++; });
                document.querySelector('[data-walk="0"]').focus(); return n; }""";
    /** What has focus: its number, and what is wrong with how it shows. */
    private static final String FOCUSED = """
            () => { const it = document.activeElement; if (!it || it === document.body) return '';
                const outlined = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
                const seen = outlined(getComputedStyle(it)) || outlined(getComputedStyle(it, '::after')) || getComputedStyle(it).boxShadow !== 'none'
                    || String(it.type).startsWith('date') // the part of it that has focus shows it
                    || [...it.querySelectorAll('rect')].some(drawn => getComputedStyle(drawn).strokeWidth === '3px');
                const box = it.getBoundingClientRect(), out = box.bottom <= 0 || box.top >= innerHeight;
                const group = it.type === 'radio' ? document.querySelector(`[type=radio][name="${it.name}"][data-walk]`) : it;
                return (group?.dataset.walk ?? '?') + (seen ? '' : ' shows no focus') + (out ? ' is out of sight' : ''); }""";
    private static final String NAMED = "n => { const it = document.querySelector(`[data-walk=\"${n}\"]`); return it ? it.outerHTML.slice(0, 120) : n; }";

    @LocalServerPort
    private int port;
    private final List<String> complaints = new ArrayList<>();

    @Test
    void tabReachesEveryControlOfEveryPageInSightAndLeavesItAgain() {
        try (var browser = new Browser(port)) {
            Page ana = browser.signedIn("ana@acme.test");
            for (String path : PAGES) {
                walk(ana, path);
            }
            ana.navigate("/incidents");
            ana.locator(".row-link").first().click();
            walk(ana, ana.url());
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void rowsAreWalkedSelectedAndOpenedByKeysThatCanBeSwitchedOff() {
        try (var browser = new Browser(port)) {
            Page ana = browser.signedIn("ana@acme.test");
            ana.navigate("/incidents");
            for (String key : new String[] {"j", "j", "k", "x", "j", "x"}) {
                ana.keyboard().press(key);
            }
            assertThat(ana.locator("#bulk-count").innerText()).isEqualTo("2");
            menus(ana);
            String second = ana.locator(".row-link").nth(1).getAttribute("href");
            ana.locator(".row-link").nth(1).focus();
            ana.keyboard().press("o");
            ana.waitForURL("**" + second);
            for (String path : new String[] {"/alerts", "/services", "/search?q=pool"}) {
                ana.navigate(path);
                ana.evaluate("() => document.activeElement.blur()");
                ana.keyboard().press("j");
                ana.keyboard().press("j");
                assertThat(ana.evaluate("() => document.activeElement.matches('main :is(.row-link, .found a)')")).as(path).isEqualTo(true);
            }
            ana.evaluate("() => document.activeElement.blur()");
            ana.keyboard().press("?");
            assertThat(ana.locator("#keys").isVisible()).isTrue();
            ana.locator("#keys input").uncheck();
            ana.keyboard().press("Escape");
            assertThat(ana.locator("#keys").isVisible()).isFalse();
            ana.keyboard().press("/");
            assertThat(ana.evaluate("() => document.activeElement.matches('.topbar input')")).isEqualTo(false);
        }
    }

    private void walk(Page page, String path) {
        page.navigate(path);
        int controls = ((Number) page.evaluate(NUMBER)).intValue();
        var reached = new ArrayList<>(List.of("0"));
        for (int presses = 0; presses < controls * 4 + 50; presses++) {
            page.keyboard().press("Tab");
            String now = page.evaluate(FOCUSED).toString();
            if (now.isEmpty()) {
                break;
            }
            if (now.contains(" ")) {
                complaints.add(path + ": " + now + ": " + page.evaluate(NAMED, now.split(" ")[0]));
            }
            reached.add(now.split(" ")[0]);
        }
        for (int i = 0; i < controls; i++) {
            if (!reached.contains(String.valueOf(i)) && Boolean.TRUE.equals(page.evaluate("n => document.querySelector(`[data-walk=\"${n}\"]`)?.checkVisibility()", i))) {
                complaints.add(path + ": not reached: " + page.evaluate(NAMED, i));
            }
        }
    }

    /** Each opens by Enter, lets Tab in, and Escape gives focus back. */
    private static void menus(Page page) {
        for (int i = 0; i < page.locator("details.menu:visible > summary").count(); i++) {
            var summary = page.locator("details.menu:visible > summary").nth(i);
            summary.focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => Boolean(document.activeElement.closest('details.menu[open]'))")).as("menu " + i).isEqualTo(true);
            page.keyboard().press("Escape");
            assertThat(page.evaluate("() => document.activeElement.matches('summary') && !document.querySelector('details.menu[open]')")).as("menu " + i).isEqualTo(true);
        }
    }
}
