package vn.loa.web.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.loa.command.FailureReasons;
import vn.loa.model.HealthReport;
import vn.loa.store.StatisticsStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.delivery.DeadLetterStore;
import vn.loa.web.WebAnswer;

/** The status page: what runs, what does not and why, what waits, what went out. */
public final class StatusPage {
    private static final int MOST_REASONS = 200;

    private final Running running;
    private final StatisticsStore statistics;
    private final SourceStore sources;
    private final DeadLetterStore dead;
    private final PageRenderer pages;
    private final InstantSource clock;

    /**
     * Asks the running program.
     *
     * @param health of all components
     * @param plans what each bot with a month's plan has spent
     */
    public record Running(Supplier<HealthReport> health, Supplier<List<Plan>> plans) {}

    /**
     * A bot's plan.
     *
     * @param limit messages in a month, 0 for no limit
     */
    public record Plan(String bot, long spent, long limit) {}

    /** Dead letters with one reason, in words. */
    public record Reason(String words, int count) {}

    /** Everything that is counted for the page. */
    public record Counts(
            List<StatisticsStore.OpenDeliveries> queues,
            Optional<Instant> oldestDue,
            int unconfirmed,
            List<Reason> dead,
            Map<String, Integer> chats,
            StatisticsStore.Awaited awaited) {}

    StatusPage(
            Running running,
            StatisticsStore statistics,
            SourceStore sources,
            DeadLetterStore dead,
            PageRenderer pages,
            InstantSource clock) {
        this.running = running;
        this.statistics = statistics;
        this.sources = sources;
        this.dead = dead;
        this.pages = pages;
        this.clock = clock;
    }

    WebAnswer answer(Visit visit) {
        PageView view = visit.view();
        Instant now = clock.instant();
        Instant from = DeliveryChart.beginning(now);
        Map<String, Object> values = new HashMap<>();
        values.put("health", running.health().get());
        values.put("plans", running.plans().get());
        values.put("sources", SourcesPage.lines(sources, view, now));
        values.put("chart", DeliveryChart.of(statistics.settledByHour(from, now), from, view.zone()));
        values.put("counts", counts(view, now));
        return pages.page(200, "status", view, values);
    }

    private Counts counts(PageView view, Instant now) {
        return new Counts(
                statistics.openDeliveries(),
                statistics.oldestDue(now),
                statistics.unconfirmed(),
                reasons(view),
                statistics.chats(),
                statistics.awaited());
    }

    /** Adds up the reasons that people would not tell apart. */
    private List<Reason> reasons(PageView view) {
        Map<String, Integer> counted = new HashMap<>();
        dead.groups(MOST_REASONS)
                .forEach(group -> counted.merge(
                        view.say("dead.cause."
                                + FailureReasons.cause(group.reason()).orElse("OTHER")),
                        group.count(),
                        Integer::sum));
        return counted.entrySet().stream()
                .map(each -> new Reason(each.getKey(), each.getValue()))
                .sorted((one, other) -> Integer.compare(other.count(), one.count()))
                .toList();
    }
}
