package vn.loa.app;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.loa.bot.OwnedBot;
import vn.loa.bot.RunningBot;
import vn.loa.config.WebConfig;
import vn.loa.web.WebRoute;
import vn.loa.web.WebServer;
import vn.loa.web.page.StatusPage;
import vn.loa.web.page.WebPages;

/** Makes the HTTP server with the routes of all that answers over HTTP. */
final class WebFactory {
    private final Storage storage;
    private final HealthMonitor health;
    private final MetricsCollector metrics;
    private final BotRegistry bots;
    private final BotControl control;

    WebFactory(Storage storage, HealthMonitor health, MetricsCollector metrics, BotRegistry bots, BotControl control) {
        this.storage = storage;
        this.health = health;
        this.metrics = metrics;
        this.bots = bots;
        this.control = control;
    }

    /** Returns the server, which does not answer yet; empty when none is configured. */
    Optional<WebServer> server(WebConfig config, Supplier<WebPages> pages) {
        return config.port()
                .map(port -> new WebServer(new InetSocketAddress(config.address(), port), routes(config, pages.get())));
    }

    private List<WebRoute> routes(WebConfig config, WebPages pages) {
        List<WebRoute> routes = new ArrayList<>();
        routes.addAll(health.routes());
        routes.add(metrics.route(health, bots));
        bots.all().forEach(bot -> routes.addAll(bot.routes()));
        routes.addAll(control.routes());
        routes.addAll(pages.files(control.files(), person -> control.uploads().show(person, bots)));
        control.consents().ifPresent(consents -> routes.addAll(pages.consents(consents, control)));
        routes.addAll(pages.entrances());
        routes.add(pages.status(
                new StatusPage.Running(health::report, this::plans),
                storage.statistics(),
                storage.sources(),
                storage.deadLetters()));
        routes.add(pages.chats(storage.chats(), storage.units()));
        routes.add(pages.sources(storage.sources()));
        routes.add(pages.calendar(storage.calendarStores()));
        config.url()
                .filter(address -> config.archive())
                .ifPresent(address -> routes.addAll(pages.archive(storage.articles(), storage.units(), address)));
        return routes;
    }

    private List<StatusPage.Plan> plans() {
        return bots.all().stream()
                .map(OwnedBot::running)
                .flatMap(bot -> plan(bot).stream())
                .toList();
    }

    private static Optional<StatusPage.Plan> plan(RunningBot bot) {
        return bot.spent()
                .map(spent -> new StatusPage.Plan(
                        bot.bot().key(),
                        spent.longValue(),
                        bot.plan().orElse(0.0).longValue()));
    }
}
