package com.srecopilot.hypothesis.opinion;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import com.srecopilot.catalog.Catalog;
import com.srecopilot.catalog.ServiceView;
import com.srecopilot.hypothesis.Hypotheses;
import com.srecopilot.hypothesis.HypothesisView;
import com.srecopilot.hypothesis.model.ModelSettings;
import com.srecopilot.hypothesis.model.ModelSettingsService;
import com.srecopilot.identity.Stale;
import com.srecopilot.incident.IncidentView;
import com.srecopilot.incident.Incidents;
import com.srecopilot.tenancy.Actor;
import com.srecopilot.tenancy.Auditable.Changes;

/** What the model makes of the engine's suspicions. The engine's own answer stays as it is, whatever comes. */
@Service
class Opinions {

    private static final Duration YOUNG = Duration.ofHours(1);

    private final Incidents incidents;
    private final Catalog catalog;
    private final Hypotheses hypotheses;
    private final ModelSettingsService settings;
    private final OpinionStore store;
    private final OpinionWriting writing;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Opinions(Incidents incidents, Catalog catalog, Hypotheses hypotheses, ModelSettingsService settings, OpinionStore store, OpinionWriting writing, Clock clock,
            ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.catalog = catalog;
        this.hypotheses = hypotheses;
        this.settings = settings;
        this.store = store;
        this.writing = writing;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    OpinionView of(IncidentView incident) {
        boolean offered = !incident.restricted() && settings.find().filter(ModelSettings::enabled).isPresent() && !suspected(incident.number()).isEmpty();
        Optional<OpinionRow> row = store.find(incident.number());
        boolean writes = row.filter(each -> each.writes(clock.instant())).isPresent();
        String lost = row.filter(each -> !writes && each.finishedAt() == null).map(each -> "The model did not finish").orElse(null);
        return new OpinionView(incident.number(), offered, writes, row.map(OpinionRow::model).orElse(null), row.map(OpinionRow::opinion).orElse(Opinion.EMPTY),
                row.map(OpinionRow::failure).orElse(lost), row.map(each -> each.finishedAt() == null ? each.askedAt() : each.finishedAt()).orElse(null));
    }

    /**
     * Asks it; the answer comes to the open pages. Nothing happens while it writes already.
     *
     * @throws Stale when there is no model, nothing to ask it, or the incident is private: those leave the installation for nobody
     */
    @Transactional
    void ask(int number) {
        IncidentView incident = incidents.get(number);
        ModelSettings set = settings.find().filter(ModelSettings::enabled).orElseThrow(() -> new Stale("No language model is set up."));
        List<HypothesisView> suspected = suspected(number);
        if (incident.restricted() || suspected.isEmpty()) {
            throw new Stale(incident.restricted() ? "Private incidents are not shown to a language model." : "There is no suspected cause to ask about.");
        }
        Instant now = clock.instant();
        if (store.find(number).filter(row -> row.writes(now)).isEmpty()) {
            OpinionRow row = new OpinionRow(UUID.randomUUID(), set.model(), Opinion.EMPTY, null, now, null);
            store.begin(number, row);
            events.publishEvent(new OpinionAsked(Actor.current().tenant(), number, Changes.of("model", null, set.model())));
            writing.start(incident, set, new Briefing(incident, suspected, services(), boundary()), row);
        }
    }

    /** Once, of a young incident, when the organisation wants it so and there is something to ask about. */
    @Transactional
    void askUnasked(int number) {
        boolean wanted = settings.find().filter(set -> set.enabled() && set.onOpening()).isPresent();
        boolean young = incidents.find(number).filter(incident -> incident.open() && !incident.restricted() && incident.detectedAt().isAfter(clock.instant().minus(YOUNG))).isPresent();
        if (wanted && young && store.find(number).isEmpty() && !suspected(number).isEmpty()) {
            ask(number);
        }
    }

    private Set<String> services() {
        return catalog.all().stream().map(ServiceView::name).collect(Collectors.toSet());
    }

    private List<HypothesisView> suspected(int number) {
        return hypotheses.of(number).items().stream().filter(cause -> !cause.rejected()).toList();
    }

    private String boundary() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return "DATA-" + HexFormat.of().formatHex(bytes);
    }
}
