package com.srecopilot.identity.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.srecopilot.identity.Accounts.Account;
import com.srecopilot.identity.NavigationItem;
import com.srecopilot.identity.SettingsPage;
import com.srecopilot.identity.access.ActorFilter;
import com.srecopilot.identity.access.Paths;
import com.srecopilot.tenancy.Actor;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** What the frame around every page shows: who is signed in, where one can go, in which theme. */
@Component
public class Shell {

    private static final Set<String> THEMES = Set.of("light", "dark", "system");

    private final List<NavigationItem> items;
    private final List<SettingsPage> settings;

    Shell(List<NavigationItem> items, List<SettingsPage> settings) {
        this.items = items.stream().sorted(Comparator.comparingInt(NavigationItem::order)).toList();
        this.settings = settings.stream().sorted(Comparator.comparingInt(SettingsPage::order)).toList();
    }

    /** The signed-in person; {@code role} is the role's title. */
    public record Me(String id, String name, String email, String role, String initials, int tint, Set<String> permissions) {

        /** For controls that are absent rather than hidden. */
        public boolean can(String permission) {
            return permissions.contains("*") || permissions.contains(permission);
        }

        private static Me of(Account account) {
            var person = account.person();
            return new Me(person.id().toString(), person.name(), person.email(), account.roleTitle(), person.initials(), person.tint(),
                    account.permissions());
        }
    }

    public record Group(String title, List<Entry> items) {
    }

    /** @param badge a count, or null; {@code hot} when it is an alarm; {@code current} for the page one is on */
    public record Entry(String path, String label, String icon, Long badge, boolean hot, boolean current) {
    }

    /** The attributes that the layout reads. For the signed-out there is a theme only. */
    public Map<String, Object> attributes(HttpServletRequest request) {
        return attributes(request, true);
    }

    /** The same without the counts in the navigation: asks no other room, and so can't fail with one. */
    public Map<String, Object> withoutCounts(HttpServletRequest request) {
        return attributes(request, false);
    }

    private Map<String, Object> attributes(HttpServletRequest request, boolean counts) {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("theme", theme(request));
        ActorFilter.account(request).ifPresent(account -> {
            attributes.put("me", Me.of(account));
            attributes.put("can", String.join(" ", account.permissions()));
            attributes.put("tenant", account.tenantName());
            attributes.put("settings", settings());
            attributes.put("path", Paths.of(request));
            attributes.put("navigation", navigation(Paths.of(request), counts));
        });
        return attributes;
    }

    /** What the page at this path is called: {@code INC-42}, {@code Audit}. */
    public Optional<String> nameOf(String path) {
        return items.stream().filter(item -> !item.path().equals("/")).map(item -> item.nameOf(path)).flatMap(Optional::stream).findFirst();
    }

    static boolean isTheme(String theme) {
        return THEMES.contains(theme);
    }

    private static String theme(HttpServletRequest request) {
        Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
        return Arrays.stream(cookies).filter(cookie -> cookie.getName().equals("theme")).map(Cookie::getValue)
                .filter(Shell::isTheme).findFirst().orElse("system");
    }

    private List<SettingsPage> settings() {
        return settings.stream().filter(page -> mayOpen(page.needs())).toList();
    }

    private static boolean mayOpen(String permission) {
        return Actor.present().isPresent() && (permission.isEmpty() || Actor.current().can(permission));
    }

    private List<Group> navigation(String path, boolean counts) {
        var groups = new LinkedHashMap<String, List<Entry>>();
        for (String group : List.of("", "Understand", "Run")) {
            groups.put(group, new ArrayList<>());
        }
        for (NavigationItem item : items) {
            if (mayOpen(item.needs())) {
                groups.computeIfAbsent(item.group(), name -> new ArrayList<>()).add(entry(item, path, counts));
            }
        }
        groups.values().removeIf(List::isEmpty);
        return groups.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue())).toList();
    }

    private static Entry entry(NavigationItem item, String path, boolean counts) {
        boolean current = path.equals(item.path()) || !item.path().equals("/") && path.startsWith(item.path() + "/");
        Optional<NavigationItem.Badge> badge = counts ? item.badge() : Optional.empty();
        return new Entry(item.path(), item.label(), item.icon(), badge.map(NavigationItem.Badge::count).orElse(null),
                badge.isPresent() && badge.get().hot(), current);
    }
}
