package com.srecopilot.identity.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.srecopilot.identity.Destinations;
import com.srecopilot.identity.NavigationItem;
import com.srecopilot.identity.SettingsPage;
import com.srecopilot.tenancy.Actor;

/** Pages of the navigation and of the settings, by their names. */
@Component
class PageDestinations implements Destinations {

    private final List<NavigationItem> items;
    private final List<SettingsPage> settings;

    PageDestinations(List<NavigationItem> items, List<SettingsPage> settings) {
        this.items = items;
        this.settings = settings;
    }

    @Override
    public String heading() {
        return "Pages";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Destination> find(String words, int most) {
        String typed = words.toLowerCase(Locale.ROOT);
        Stream<Destination> pages = items.stream().filter(item -> open(item.needs())).map(item -> new Destination(item.path(), item.label(), "", item.icon()));
        Stream<Destination> pagesOfSettings = settings.stream().filter(page -> open(page.needs()))
                .map(page -> new Destination(page.path(), page.label(), "Settings", "settings"));
        return Stream.concat(pages, pagesOfSettings).filter(page -> page.label().toLowerCase(Locale.ROOT).contains(typed)).limit(most).toList();
    }

    private static boolean open(String permission) {
        return permission.isEmpty() || Actor.current().can(permission);
    }
}
