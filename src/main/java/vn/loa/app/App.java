package vn.loa.app;

import java.io.BufferedReader;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.Heartbeat;
import vn.loa.bot.RunningBot;
import vn.loa.command.ChatAdmission;
import vn.loa.command.ChatDefaults;
import vn.loa.command.CommandContext;
import vn.loa.command.CommandRateLimit;
import vn.loa.command.CommandRouter;
import vn.loa.command.Notices;
import vn.loa.command.OperatorClaim;
import vn.loa.command.Roles;
import vn.loa.config.LoaConfig;
import vn.loa.config.SourceConfig;
import vn.loa.console.ConsoleInput;
import vn.loa.console.ConsoleMessenger;
import vn.loa.delivery.RetryPolicy;
import vn.loa.delivery.SendCalendar;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.fetch.Fetcher;
import vn.loa.fetch.LegacyTls;
import vn.loa.model.Bot;
import vn.loa.model.Cadence;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Source;
import vn.loa.model.SpeakingTimes;
import vn.loa.phrases.Phrases;
import vn.loa.probe.PageReporter;
import vn.loa.probe.Probe;
import vn.loa.schedule.Timetable;
import vn.loa.store.Database;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.privacy.PrivateData;
import vn.loa.watch.CheckReport;
import vn.loa.watch.PortalAccess;
import vn.loa.watch.SourceWatcher;
import vn.loa.watch.WatchAlerts;
import vn.loa.watch.WatchTiming;
import vn.loa.web.HealthRoute;
import vn.loa.web.WebRoute;
import vn.loa.web.WebServer;
import vn.loa.web.WebVital;

/**
 * Everything Loa is made of, put together on one page. {@link #start()} starts it from the database upwards,
 * {@link #close()} stops it the other way round: first nothing new begins, then what is in flight comes to its end.
 */
public final class App implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(App.class);
    private static final Duration FIRST_HOUSEKEEPING = Duration.ofMinutes(1);
    private static final Duration HOUSEKEEPING_EVERY = Duration.ofHours(6);
    private static final Duration FIRST_LOOK_FOR_DAMAGE = Duration.ofSeconds(1);
    private static final Duration DAMAGE_EVERY = Duration.ofSeconds(20);
    private static final Duration BACKUP_EVERY = Duration.ofMinutes(5);
    private static final Duration LEDGER_EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_WITHOUT_WRITE = Duration.ofMinutes(5);
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(10);

    private final LoaConfig config;
    private final InstantSource clock;
    private final Phrases phrases = Phrases.vietnamese();
    private final Storage storage;
    private final Fetcher fetcher;
    private final OperatorClaim claim;
    private final CommandRouter router;
    private final SourceWatcher watcher;
    private final Timetable timetable;
    private final SourceControl sources;
    private final BotRegistry bots;
    private final Optional<ConsoleMessenger> console;
    private final Optional<WebServer> web;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Housekeeping housekeeping;
    private final DailyBackup backup;
    private final DamageAlarm damage;
    private final Heartbeat writes;
    private final Heartbeat checks;
    private Consumer<CheckReport> onCheck = report -> {};

    /**
     * Puts the program together; nothing runs yet.
     *
     * @param console speaks when no Telegram token is configured
     * @throws vn.loa.store.DatabaseInUseException when another Loa works with the same data
     * @throws vn.loa.store.UnusableDatabaseException when the database vanished, is damaged or from a newer Loa
     */
    public App(Settings settings, ConsoleMessenger console, InstantSource clock) {
        this.config = settings.config();
        this.clock = clock;
        this.writes = new Heartbeat(clock);
        this.checks = new Heartbeat(clock);
        LegacyTls.allowFor(config.sources().stream().map(SourceConfig::source).toList());
        this.storage = Storage.of(Database.guarded(settings.database(), clock.instant()));
        this.housekeeping = new Housekeeping(storage, config.delivery().retention(), clock);
        this.fetcher = new Fetcher(settings.fetch(), clock);
        this.console = config.onTerminal() ? Optional.of(console) : Optional.empty();

        Roles roles = new Roles(operators(), storage.operators(), storage.roles(), storage.units());
        Notices notices = new Notices(
                storage.database(), storage.notices(), storage.deliveries(), storage.operators(), roles, clock);
        ChatDefaults defaults =
                new ChatDefaults(storage.speaking(), storage.units(), storage.languages(), this::firstTimes);
        ChatAdmission reception = new ChatAdmission(
                storage.database(), storage.chats(), defaults, config.access(), roles, notices, phrases, clock);
        this.claim = new OperatorClaim(
                storage.database(), storage.settings(), storage.operators(), storage.audit(), roles, clock);
        Summarizer summarizer = new Summarizer(SummaryLimits.ofAnnouncement(), PrivateData.Masks.of(phrases));
        this.watcher = new SourceWatcher(
                storage.watch(),
                storage.announcements(),
                new PortalAccess(fetcher, settings.portals(), config.zone()),
                summarizer,
                new WatchAlerts(notices::toOperators, phrases),
                new WatchTiming(config.announceWithin(), clock, new Random()));

        this.timetable = new Timetable(config.zone(), clock, new Random());
        PageReporter reporter = new PageReporter(summarizer, config.zone());
        this.sources = new SourceControl(
                new Probe(fetcher, settings.portals(), reporter, config.zone()),
                storage.sources(),
                timetable,
                this::check);
        this.backup = new DailyBackup(
                DailyBackup.Plan.of(settings), storage.database(), notices::toOperators, phrases, clock);
        this.bots = new BotRegistry(sources, backup, this::sendsPictures);
        this.damage = new DamageAlarm(
                storage.database(),
                settings.database(),
                () -> storage.operators().privateChats(roles.operators()),
                bots::sayAtOnce,
                phrases);
        CommandContext context = new CommandContext(
                storage.database(), storage.audit(), roles, reception, notices, bots, config.zone(), clock);
        this.router = new Commands(
                        context, storage, claim, phrases, config.delivery().quietHours())
                .router(CommandRateLimit.Limits.USUAL);

        DeliveryWorkers workers = new DeliveryWorkers(
                storage,
                phrases,
                MessageFormats.of(phrases, config.zone(), config.delivery().digestItems()),
                new SendCalendar.Rules(config.delivery().quietHours(), config.zone()),
                retries(),
                clock);
        RunningBot.Common common = new RunningBot.Common(workers, phrases, clock);
        TelegramBotFactory telegram =
                new TelegramBotFactory(config.telegram(), common, router, reception, storage, phrases);
        config.telegram().bots().forEach((name, token) -> bots.add(telegram.station(name, token)));
        ZaloBotFactory zalo = new ZaloBotFactory(config, common, router, reception, notices, storage);
        config.zalo().bots().forEach((name, token) -> bots.add(zalo.station(name, token)));
        config.zalo().oa().ifPresent(oa -> bots.add(zalo.account(oa)));
        this.web = config.web().port().map(this::server);
        this.console.ifPresent(
                terminal -> bots.add(new RunningBot(terminal, common, Optional.empty(), answers -> Optional.empty())));
    }

    private WebServer server(int port) {
        List<WebRoute> routes = new ArrayList<>();
        routes.add(new HealthRoute(this::webVitals));
        bots.all().forEach(station -> routes.addAll(station.routes()));
        return new WebServer(new InetSocketAddress(config.web().address(), port), routes);
    }

    private List<WebVital> webVitals() {
        List<WebVital> all = new ArrayList<>(vitalsOfLoops());
        all.add(new WebVital("database", writes.last(), damage.problem()));
        all.add(new WebVital("backup", backup.last(), backup.problem()));
        all.add(new WebVital("ledger", writes.last(), writes.trouble(LONGEST_WITHOUT_WRITE)));
        return all;
    }

    /** Some of them ask the database, which may be what is wrong. */
    private List<WebVital> vitalsOfLoops() {
        try {
            Stream<WebVital> speaking = bots.health().stream()
                    .filter(vital -> !vital.remark())
                    .map(vital -> new WebVital(vital.name(), vital.last(), vital.trouble()));
            Stream<WebVital> watching = longestWithoutCheck().stream()
                    .map(longest -> new WebVital("watch", checks.last(), checks.trouble(longest)));
            return Stream.concat(speaking, watching).toList();
        } catch (RuntimeException e) {
            log.warn("not all of health can be told: {}", e.getMessage());
            return List.of(new WebVital("loops", Optional.empty(), "the database cannot be read"));
        }
    }

    /** After how long one of the sources should have been checked; empty when their times are not regular. */
    private Optional<Duration> longestWithoutCheck() {
        return storage.sources().active().stream()
                .map(Source::cadence)
                .filter(Cadence.Every.class::isInstance)
                .map(cadence -> ((Cadence.Every) cadence).interval())
                .min(Comparator.naturalOrder())
                .map(shortest -> shortest.multipliedBy(2).plus(LONGEST_CHECK));
    }

    /** Health is judged by what can be written: on a full disk all else looks well. */
    private void proveLedger() {
        storage.settings().set("ledger-written", clock.instant().toString());
        writes.beat();
    }

    /** Where the HTTP server listens; empty when there is none. */
    Optional<Integer> port() {
        return web.map(WebServer::port);
    }

    private Optional<SpeakingTimes> firstTimes(Bot bot) {
        boolean digests =
                bot.platform() == Platform.ZALO && !config.zalo().digests().isEmpty();
        return digests
                ? Optional.of(SpeakingTimes.USUAL.withDigests(config.zalo().digests()))
                : Optional.empty();
    }

    /** Whoever sits at the terminal of a Loa without a bot looks after it. */
    private List<PersonId> operators() {
        List<PersonId> operators = new ArrayList<>(config.operators());
        console.ifPresent(terminal -> operators.add(ConsoleInput.PERSON));
        return operators;
    }

    private RetryPolicy retries() {
        return new RetryPolicy(
                config.delivery().retry().first(),
                RetryPolicy.USUAL.factor(),
                config.delivery().retry().longest(),
                config.delivery().retry().giveUp());
    }

    /** Is told of every check. To be set before the start. */
    public void onCheck(Consumer<CheckReport> listener) {
        onCheck = listener;
    }

    /** Returns the stores that the program works with. */
    public Storage storage() {
        return storage;
    }

    public Timetable timetable() {
        return timetable;
    }

    /** Starts everything. */
    public void start() {
        storage.sources()
                .syncConfigured(
                        config.sources().stream().map(SourceConfig::source).toList());
        int interrupted = storage.deliveries().reclaimAll();
        if (interrupted > 0) {
            log.warn("{} deliveries were under way when Loa last ended; they may arrive twice", interrupted);
        }
        bots.all().forEach(station -> station.enter(timetable));
        timetable.every("ledger", LEDGER_EVERY, this::proveLedger);
        timetable.every("damage", FIRST_LOOK_FOR_DAMAGE, DAMAGE_EVERY, damage);
        timetable.every("backup", FIRST_HOUSEKEEPING, BACKUP_EVERY, backup);
        timetable.every("housekeeping", FIRST_HOUSEKEEPING, HOUSEKEEPING_EVERY, housekeeping::run);
        List<Source> watched = storage.sources().active();
        watched.forEach(this::watchGuarded);
        timetable.start();
        web.ifPresent(WebServer::start);
        bots.all().forEach(RunningBot::listen);
        log.info("Loa watches {} sources and speaks through {}", watched.size(), botKeys());
        claim.issue(new SecureRandom()).ifPresent(App::tellCode);
    }

    private String botKeys() {
        return bots.all().stream().map(station -> station.bot().key()).collect(Collectors.joining(", "));
    }

    /** A source that cannot be watched does not keep Loa from watching the others. */
    private void watchGuarded(Source source) {
        try {
            watch(source);
        } catch (RuntimeException e) {
            log.error("source {} cannot be watched", source.id(), e);
        }
    }

    private void watch(Source source) {
        config.sources().stream()
                .filter(each -> each.source().id().equals(source.id()))
                .findFirst()
                .ifPresentOrElse(each -> sources.watch(source, each.jitter()), () -> sources.watch(source));
    }

    private static void tellCode(String code) {
        log.warn("Loa has no operator yet: send /nhanquyen {} to the bot in a private chat to become one", code);
    }

    private CheckReport check(Source source) {
        CheckReport report = watcher.check(source);
        checks.beat();
        onCheck.accept(report);
        if (report.deliveries() > 0) {
            bots.all().forEach(station -> station.dispatchNow(timetable));
        }
        if (report.read() > 0 && report.waiting() > 0) {
            timetable.checkNow(source);
        }
        return report;
    }

    private boolean sendsPictures(Bot bot) {
        return switch (bot.platform()) {
            case TELEGRAM -> config.telegram().pictures();
            case ZALO -> config.zalo().pictures();
            case CONSOLE -> false;
        };
    }

    /** Lets the terminal be the chat; does nothing when there is a bot. */
    public void listen(BufferedReader in) {
        console.ifPresent(terminal -> new ConsoleInput(in, terminal, router::answer).start());
    }

    /** Waits until the process is asked to end (SIGTERM, Ctrl-C). The process ends after {@link #close()}. */
    public void awaitStop() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopFromOutside, "stop"));
        try {
            stopAsked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopFromOutside() {
        stopAsked.countDown();
        try {
            stopped.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        log.info("Loa stops");
        guarded("the timetable", timetable::pause);
        web.ifPresent(server -> guarded("the web server", server::close));
        // Side by side, for each may wait for a platform that does not answer, and all of it has ten seconds.
        sideBySide(station -> CompletableFuture.runAsync(station::quieten));
        guarded("the trials", sources::close);
        guarded("the fetcher", fetcher::close);
        sideBySide(RunningBot::stop);
        guarded("the timetable", timetable::close);
        bots.all().forEach(station -> guarded(station.bot().key(), station::close));
        guarded("the database", storage.database()::close);
        log.info("Loa stopped");
        stopped.countDown();
    }

    private void sideBySide(Function<RunningBot, CompletableFuture<Void>> ending) {
        List<RunningBot> all = bots.all();
        List<CompletableFuture<Void>> endings = all.stream().map(ending).toList();
        for (int i = 0; i < endings.size(); i++) {
            guarded(all.get(i).bot().key(), endings.get(i)::join);
        }
    }

    /** What does not end well does not keep the rest from ending. */
    private static void guarded(String what, Runnable ending) {
        try {
            ending.run();
        } catch (RuntimeException | LinkageError e) {
            log.error("{} did not end well", what, e);
        }
    }
}
