package com.srecopilot.catalog.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.catalog.CatalogEvent;
import com.srecopilot.catalog.Registry;
import com.srecopilot.catalog.ServiceDetail;
import com.srecopilot.catalog.ServiceForm;
import com.srecopilot.catalog.ServiceRows;
import com.srecopilot.catalog.file.ImportPlan.Item;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** Takes a file over, all of it or nothing. */
@Service
class Importing {

    private final ServiceRows rows;
    private final Registry registry;
    private final ApplicationEventPublisher events;

    Importing(ServiceRows rows, Registry registry, ApplicationEventPublisher events) {
        this.rows = rows;
        this.registry = registry;
        this.events = events;
    }

    /** @param remove whether services that the file doesn't mention go */
    @Transactional(readOnly = true)
    public ImportPlan plan(CatalogFile file, boolean remove) {
        Map<String, ServiceDetail> known = known();
        List<Item> created = new ArrayList<>();
        List<Item> changed = new ArrayList<>();
        file.entries().forEach(entry -> {
            Item item = new Item(entry.name(), Differences.of(known.get(entry.name()), entry));
            if (!known.containsKey(entry.name())) {
                created.add(item);
            } else if (!item.differences().isEmpty()) {
                changed.add(item);
            }
        });
        Set<String> rest = new TreeSet<>(known.keySet());
        rest.removeAll(file.entries().stream().map(Entry::name).toList());
        List<String> removed = remove ? List.copyOf(rest) : List.of();
        return new ImportPlan(created, changed, learned(file, known.keySet(), removed), file.entries().size() - created.size() - changed.size(),
                removed, rest.size() - removed.size());
    }

    /** What stands against it beyond its form: the names of services that would be new. */
    @Transactional(readOnly = true)
    public List<Problem> refusals(CatalogFile file) {
        Set<String> known = known().keySet();
        return file.entries().stream().filter(entry -> !known.contains(entry.name()) && !entry.name().matches("[a-zA-Z0-9-]+"))
                .map(entry -> new Problem(entry.line(), "the name of a new service takes letters, digits and hyphens; this is " + YamlTree.quoted(entry.name())))
                .toList();
    }

    /** @return what was done */
    @Transactional
    public ImportPlan apply(CatalogFile file, boolean remove) {
        ImportPlan plan = plan(file, remove);
        Set<String> touched = Set.copyOf(Stream.of(plan.created(), plan.changed()).flatMap(Collection::stream).map(Item::name).toList());
        List<Entry> entries = file.entries().stream().filter(entry -> touched.contains(entry.name())).toList();
        plan.removed().forEach(registry::remove);
        entries.forEach(entry -> registry.register(new ServiceForm(entry.name(), entry.tier(), entry.region(), entry.owner(), entry.description(), null,
                entry.runbooks())));
        entries.stream().filter(entry -> entry.dependsOn() != null).forEach(entry -> registry.dependsOn(entry.name(), entry.dependsOn()));
        if (!plan.idle()) {
            events.publishEvent(new CatalogEvent.CatalogImported(Actor.current().tenant(), Changes.created(Map.of("created", plan.created().size(),
                    "changed", plan.changed().size(), "removed", plan.removed().size()))));
        }
        return plan;
    }

    private Map<String, ServiceDetail> known() {
        return rows.all().stream().collect(Collectors.toMap(ServiceDetail::name, Function.identity()));
    }

    private static List<String> learned(CatalogFile file, Set<String> known, List<String> removed) {
        Set<String> names = file.entries().stream().map(Entry::dependsOn).filter(Objects::nonNull).flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        names.removeAll(file.entries().stream().map(Entry::name).toList());
        names.removeIf(name -> known.contains(name) && !removed.contains(name));
        return List.copyOf(names);
    }
}
