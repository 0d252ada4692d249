package vn.loa.app;

import java.io.BufferedReader;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.BotParts;
import vn.loa.bot.Heartbeat;
import vn.loa.bot.OwnedBot;
import vn.loa.bot.RunningBot;
import vn.loa.command.ChatAdmission;
import vn.loa.command.ChatDefaults;
import vn.loa.command.CommandContext;
import vn.loa.command.Notices;
import vn.loa.command.announce.AnnouncementSending;
import vn.loa.command.document.DeadlinesCommand;
import vn.loa.command.role.OperatorClaim;
import vn.loa.command.role.Roles;
import vn.loa.command.role.WebLogins;
import vn.loa.command.routing.CommandRateLimit;
import vn.loa.command.routing.CommandRouter;
import vn.loa.command.setting.AcknowledgeCommand;
import vn.loa.config.LoaConfig;
import vn.loa.config.SourceConfig;
import vn.loa.console.ConsoleInput;
import vn.loa.console.ConsoleMessenger;
import vn.loa.delivery.FileResender;
import vn.loa.delivery.SendCalendar;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.delivery.reminder.DeadlineReminders;
import vn.loa.fetch.Fetcher;
import vn.loa.fetch.LegacyTls;
import vn.loa.fetch.ReadingBudget;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.MonotonicDeadline;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Source;
import vn.loa.model.SpeakingTimes;
import vn.loa.phrases.Phrases;
import vn.loa.portal.PortalCatalog;
import vn.loa.probe.PageReporter;
import vn.loa.probe.Probe;
import vn.loa.schedule.SharedTimetable;
import vn.loa.schedule.Timetable;
import vn.loa.schedule.TimetableThreads;
import vn.loa.store.ServerWaking;
import vn.loa.store.article.SourceWatchStore;
import vn.loa.store.file.DiskRoom;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.privacy.PrivateData;
import vn.loa.watch.CheckReport;
import vn.loa.watch.PortalAccess;
import vn.loa.watch.SourceWatcher;
import vn.loa.watch.WatchTiming;
import vn.loa.watch.alarm.WatchAlerts;
import vn.loa.web.WebServer;
import vn.loa.web.page.WebPages;

/**
 * Puts the whole program together. {@link #start()} starts it from the database upwards, {@link #close()} stops it the
 * other way round: first nothing new begins, then what is in flight comes to its end.
 */
public final class App implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(App.class);
    private static final Duration HOUSEKEEPING_EVERY = Duration.ofHours(6);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration DAMAGE_EVERY = Duration.ofSeconds(20);
    private static final Duration BACKUP_EVERY = Duration.ofMinutes(5);
    private static final Duration EACH_MINUTE = Duration.ofMinutes(1);
    private static final Duration PROOF_EVERY = Duration.ofSeconds(10);
    private static final Duration MESSAGES_EVERY = Duration.ofSeconds(15);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);
    /** With {@link #CLOSE_WITHIN} for the timetables and again for the bots ten seconds, half of what systemd gives. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(8);

    private final LoaConfig config;
    private final InstantSource clock;
    private final Phrases phrases = Phrases.vietnamese();
    private final Storage storage;
    private final Fetcher fetcher;
    private final Notices notices;
    private final OperatorMessages messages;
    private final OperatorClaim claim;
    private final CommandRouter router;
    private final AttachmentWork attachments;
    private final DiskGuard disk;
    private final SourceChecks sourceChecks;
    private final SourceWatchStore watched;
    private final FirstChecks firstChecks;
    private final Timetable timetable;
    private final SharedTimetable times;
    private final SourceControl sources;
    private final BotRegistry bots;
    private final BotOwnerships ownerships;
    private final BotControl control;
    private final Optional<ConsoleMessenger> console;
    private final Optional<WebServer> web;
    private final StopSignal stop = new StopSignal();
    private final Housekeeping housekeeping;
    private final DailyBackup backup;
    private final DamageAlarm damage;
    private final DeadlineReminders reminders;
    private final WriteProof writes;
    private final SystemdNotifier systemd = SystemdNotifier.ofThisProcess();
    private final HealthMonitor health;
    private final MetricsCollector metrics;
    private final Heartbeat checks;

    /**
     * Makes every object of the program; nothing runs yet.
     *
     * @param console serves as the bot when no Telegram token is configured
     * @throws vn.loa.store.file.DatabaseInUseException when another Loa works with the same data
     * @throws vn.loa.store.UnusableDatabaseException when the database vanished, is damaged, from a newer Loa or out of
     *     reach
     */
    public App(Settings settings, @Nullable ConsoleMessenger console, InstantSource clock) {
        this.config = settings.config();
        this.clock = clock;
        this.checks = new Heartbeat(clock);
        LegacyTls.allowFor(config.sources().stream().map(SourceConfig::source).toList());
        this.storage = Storage.of(settings.openDatabase(clock.instant()), settings.cipher(), BuildInfo.version());
        this.writes = new WriteProof(storage.settings(), settings.database().path(), clock);
        this.metrics =
                new MetricsCollector(storage.statistics(), settings.database().file(), clock);
        this.housekeeping = new Housekeeping(storage, config.delivery().retention(), settings.kept(), clock);
        this.fetcher = storage.careful(new Fetcher(settings.fetch(), clock));
        this.console = Optional.ofNullable(console).filter(terminal -> config.onTerminal());

        Roles roles = new Roles(operators(), storage.operators(), storage.roles(), storage.units());
        this.notices = new Notices(
                storage.database(), storage.notices(), storage.deliveries(), storage.operators(), roles, clock);
        ChatDefaults defaults =
                new ChatDefaults(storage.speaking(), storage.units(), storage.languages(), this::firstTimes);
        ChatAdmission admission = new ChatAdmission(
                storage.database(),
                storage.chats(),
                defaults,
                new ChatAdmission.Rules(config.access(), storage.approvals()),
                roles,
                notices,
                phrases,
                clock);
        this.claim = new OperatorClaim(
                storage.database(), storage.settings(), storage.operators(), storage.audit(), roles, clock);
        fetcher.onFetch(metrics::fetched);
        Summarizer summarizer = new Summarizer(
                SummaryLimits.ofAnnouncement(),
                PrivateData.Masks.of(phrases),
                (result, duration) -> metrics.summarized(duration));
        PortalCatalog portals = settings.portals().within(ReadingBudget.ofHeap());
        this.watched = storage.watched();
        this.firstChecks = new FirstChecks(storage.sources(), watched, notices::toOperators, phrases, clock);
        WatchTiming timing = new WatchTiming(config.announceWithin(), clock, new Random());
        this.attachments = new AttachmentWork(settings, fetcher, summarizer, timing);
        SourceWatcher watcher = new SourceWatcher(
                storage.watch(),
                storage.watchMemory(),
                storage.announcements(),
                new PortalAccess(fetcher, portals, attachments.reader(), config.zone()),
                summarizer,
                new WatchAlerts(notices::toOperators, phrases),
                timing);

        this.timetable = new Timetable(SharedTimetables.own(storage, threads()), config.zone(), clock, new Random());
        this.times = SharedTimetables.of(storage, timetable, threads(), config.zone(), clock);
        this.ownerships = new BotOwnerships(storage, settings, clock);
        DiskGuard guard = new DiskGuard(
                settings.database().path(),
                () -> DiskRoom.of(settings.database().path()),
                storage.settings(),
                notices::toOperators,
                phrases);
        this.disk = SharedTimetables.leftWhileLow(guard, ownerships.name(), storage.ownerships()::running, times);
        this.sourceChecks =
                new SourceChecks(watcher, new SourceChecks.Observers(metrics, checks, disk), times, this::dispatchNow);
        PageReporter reporter = new PageReporter(summarizer, config.zone());
        this.sources = new SourceControl(
                new Probe(fetcher, portals, reporter, config.zone()),
                storage.sources(),
                watched,
                times,
                sourceChecks::check);
        this.backup = new DailyBackup(
                DailyBackup.Plan.of(settings), storage.database(), notices::toOperators, phrases, clock);
        this.bots = new BotRegistry(sources, backup);
        bots.watchedBy(
                new BotRegistry.Watchers(storage.ownerships()::running, names -> phrases.say("vital.watchers", names)));
        this.damage = new DamageAlarm(
                storage.database(),
                settings.database(),
                () -> storage.operators().privateChats(roles.operators()),
                bots::sayAtOnce,
                phrases);
        CommandContext context = new CommandContext(
                storage.database(), storage.audit(), roles, admission, notices, bots, config.zone(), clock);
        WebLogins logins = new WebLogins(storage.logins(), roles, config.web().url(), clock, new SecureRandom());
        storage.settings()
                .set(AnnouncementSending.SECOND_APPROVAL, "" + config.delivery().secondApproval());
        this.messages = new OperatorMessages(context, storage, phrases);
        this.router = new Commands(
                        context,
                        storage,
                        claim,
                        logins,
                        phrases,
                        config.delivery().quietHours())
                .broadcasting(config.broadcast(), Broadcasting.letterhead(config.letterhead()))
                .retaining(settings.kept())
                .router(CommandRateLimit.Limits.USUAL);

        DeliveryWorkers workers = new DeliveryWorkers(
                storage,
                phrases,
                MessageFormats.of(
                                phrases,
                                config.zone(),
                                AcknowledgeCommand::button,
                                storage.documents()::of,
                                config.delivery().digestItems())
                        .offering(new ChatButtons()),
                new SendCalendar.Rules(config.delivery().quietHours(), config.zone()),
                settings.retries(),
                FileResender.PATIENCE,
                clock);
        this.reminders =
                workers.reminders(new DeadlineReminders.Words(phrases, config.zone(), DeadlinesCommand::doneButton));
        RunningBot.Common common = new RunningBot.Common(workers, phrases, clock);
        this.control = new BotControl(
                new Channels(config, router, admission, notices, storage, phrases, clock),
                new BotControl.Parts(metrics, common, bots, timetable, ownerships::of, settings::hide),
                storage,
                clock);
        control.makeAll(this.console.stream().map(each -> () -> BotParts.mute(each)));
        this.health = new HealthMonitor(
                new HealthMonitor.Parts(bots, timetable, times, storage, checks, writes, damage, backup), clock);
        this.web = new WebFactory(storage, health, metrics, bots, control)
                .server(config.web(), () -> new WebPages(context, logins, router));
        web.ifPresent(control::serve);
    }

    private TimetableThreads threads() {
        return TimetableThreads.of(
                config.botCount(),
                Math.max(config.sources().size(), storage.sources().active().size()));
    }

    BotRegistry bots() {
        return bots;
    }

    Notices notices() {
        return notices;
    }

    /** Returns the port of the HTTP server; empty when there is none. */
    Optional<Integer> port() {
        return web.map(WebServer::port);
    }

    private Optional<SpeakingTimes> firstTimes(Bot asked) {
        return bots.firstTimes(asked);
    }

    /** Returns the operators. In console mode the local user is one. */
    private List<PersonId> operators() {
        return Stream.concat(config.operators().stream(), console.stream().map(terminal -> ConsoleInput.PERSON))
                .toList();
    }

    /** Says something once in a chat, past the ledger, also before the start; false when it was not said. */
    public boolean say(ChatAddress to, OutgoingMessage message) {
        return bots.sayAtOnce(to, message);
    }

    /** Sets a listener that is called after every check. To be set before the start. */
    public void onCheck(Consumer<CheckReport> listener) {
        sourceChecks.onCheck(listener);
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
        ownerships.take(bots.all());
        router.roles().tellElsewhere(() -> ServerWaking.rightsChanged(storage.database()));
        storage.sources()
                .syncConfigured(
                        config.sources().stream().map(SourceConfig::source).toList());
        bots.all().forEach(bot -> bot.enter(timetable));
        timetable.every("ledger", SOON, PROOF_EVERY, writes);
        timetable.every("disk", SOON, PROOF_EVERY, disk);
        timetable.every("health", PROOF_EVERY, health);
        times.every("messages to operators", MESSAGES_EVERY, MESSAGES_EVERY, messages);
        times.every("reminders", EACH_MINUTE, EACH_MINUTE, reminders::enter);
        times.every("deaths", EACH_MINUTE, EACH_MINUTE, firstChecks::restDeadly);
        timetable.every(
                "overdue checks", EACH_MINUTE, disk.unlessLow(new OverdueChecks(storage, sources::mend, clock)));
        timetable.every("damage", SOON, DAMAGE_EVERY, damage);
        timetable.every("bots", EACH_MINUTE, new BotAlarm(bots::here, storage, notices, phrases, clock));
        timetable.every("backup", EACH_MINUTE, BACKUP_EVERY, backup);
        times.every("housekeeping", EACH_MINUTE, HOUSEKEEPING_EVERY, housekeeping);
        attachments.enter(times, storage, disk::unlessLow, this::dispatchNow);
        damage.run();
        firstChecks.restDeadly();
        List<Source> active = storage.sources().active();
        firstChecks.planned(active).forEach(this::watch);
        timetable.start();
        web.ifPresent(WebServer::start);
        ownerships.start(bots::all, this::told);
        times.start();
        log.info("Loa watches {} sources and speaks through {}", active.size(), bots.keys());
        claim.offer(
                new SecureRandom(),
                code -> log.warn(
                        "Loa has no operator yet: send /nhanquyen {} to the bot in a private chat to become one",
                        code));
        systemd.interval().ifPresent(every -> timetable.every("watchdog", every, () -> health.feed(systemd)));
        systemd.ready("watches " + active.size() + " sources");
    }

    /** Another node, or this one, has changed what bots wait for. */
    private void told(String topic) {
        switch (topic) {
            case ServerWaking.RIGHTS -> router.roles().changedElsewhere();
            case ServerWaking.BOTS -> timetable.now(BotControl.GIVEN);
            default -> dispatchNow();
        }
    }

    /** Watches a source; one that cannot be watched does not keep Loa from watching the others. */
    private void watch(Source source, Optional<Duration> firstIn) {
        Optional<Duration> jitter = config.sources().stream()
                .filter(each -> each.source().id().equals(source.id()))
                .findFirst()
                .map(SourceConfig::jitter);
        try {
            sources.watch(source, jitter, firstIn);
        } catch (RuntimeException e) {
            log.error("source {} cannot be watched", source.id(), e);
        }
    }

    private void dispatchNow() {
        bots.all().forEach(bot -> bot.dispatchNow(timetable));
    }

    /** Reads the terminal as a chat; does nothing when there is a bot. */
    public void listen(BufferedReader in) {
        console.ifPresent(terminal -> new ConsoleInput(in, terminal, router::answer).start());
    }

    /** Waits until the process is asked to end (SIGTERM, Ctrl-C). The process ends after {@link #close()}. */
    public void awaitStop() {
        stop.await();
    }

    @Override
    public void close() {
        log.info("Loa stops");
        systemd.stopping();
        MonotonicDeadline end = MonotonicDeadline.in(STOP_WITHIN);
        Endings.guarded("the bots to come", control::close);
        Endings.guarded("the ownerships", ownerships::close);
        Endings.guarded("the timetable", timetable::pause);
        Endings.guarded("the shared timetable", times::pause);
        web.ifPresent(server -> Endings.guarded("the web server", server::close));
        Endings.sideBySide(bots.all(), end, OwnedBot::stopReceiving);
        Endings.guarded("the trials", sources::close);
        Endings.guarded("the attachments", attachments::close);
        Endings.guarded("the fetcher", fetcher::close);
        Endings.sideBySide(bots.all(), end, bot -> bot.stop().join());
        control.awaitEndings(end);
        Endings.together("the timetables", end.left().plus(CLOSE_WITHIN), times::close, timetable::close);
        Endings.guarded("the notes of readings", watched::endAllReadings);
        Endings.sideBySide(bots.all(), MonotonicDeadline.in(end.left().plus(CLOSE_WITHIN)), OwnedBot::close);
        Endings.guarded("the ownerships", ownerships::leave);
        Endings.guarded("the database", storage.database()::close);
        log.info("Loa stopped");
        stop.answered();
    }
}
