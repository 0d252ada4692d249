package vn.loa.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.loa.app.App;
import vn.loa.app.Settings;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.config.ConfigException;
import vn.loa.config.LoaConfig;
import vn.loa.config.SourceConfig;
import vn.loa.console.ConsoleInput;
import vn.loa.console.ConsoleMessenger;
import vn.loa.demo.SamplePortal;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.Subscription;
import vn.loa.phrases.Phrases;
import vn.loa.watch.CheckReport;

/** Runs {@code loa demo}: the whole program on a sample portal, with the terminal as its chat. */
@Command(
        name = "demo",
        description = "Shows Loa at work on a sample portal of its own; needs no token and no internet.",
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "a new article comes this often (default: ${DEFAULT-VALUE})")
    private int every = 25;

    private final Phrases phrases = Phrases.vietnamese();
    /** Soon reminders come. */
    private static final LocalTime START = LocalTime.of(7, 26);

    private InstantSource clock = InstantSource.system();

    @Override
    public Integer call() throws ConfigException, IOException {
        try (TemporaryFolder folder = new TemporaryFolder("loa-demo")) {
            show(folder);
            return CommandLine.ExitCode.OK;
        }
    }

    private void show(TemporaryFolder folder) throws ConfigException {
        Settings settings = Settings.of("demo", "access: open");
        clock = inTheMorning(settings.config().zone());
        try (SamplePortal portal = new SamplePortal(settings.config().zone(), clock)) {
            settings = Settings.of("demo", yaml(portal, folder.path()));
            settings.startLogging();
            ConsoleMessenger console =
                    StandardTerminal.messenger(phrases, settings.config().zone(), clock);
            try (App app = new App(settings, console, clock)) {
                // From here on a signal ends Loa in order, and then this method.
                folder.awaitCloseFor(LONGEST_STOP);
                run(app, settings.config(), portal, console);
            }
        }
    }

    /**
     * The clock of the demonstration starts shortly before the reminders of the last morning: of a clock that is ahead of the
     * machine's the timetable would wait for the machine.
     */
    private static InstantSource inTheMorning(ZoneId zone) {
        ZonedDateTime now = InstantSource.system().instant().atZone(zone);
        ZonedDateTime today = now.with(START);
        Duration shift = Duration.between(now, today.isAfter(now) ? today.minusDays(1) : today);
        return Clock.offset(Clock.systemUTC(), shift);
    }

    private static String yaml(SamplePortal portal, Path folder) {
        return """
                data: '%s'
                backup: {keep: 0}
                access: open
                telegram: {token: ''}
                fetch: {allow-private-addresses: true, pause: 50ms}
                log: {level: warn}
                sources:
                  - {id: mau-vhxh, name: 'Cổng mẫu · Văn hóa - Xã hội', url: '%s', portal: hanoi62, every: 5s, jitter: 0s}
                  - {id: mau-kt, name: 'Cổng mẫu · Kinh tế', url: '%s', every: 5s, jitter: 0s}
                """.formatted(folder.resolve("data"), portal.listUrl("van-hoa-xa-hoi"), portal.listUrl("kinh-te"));
    }

    private void run(App app, LoaConfig config, SamplePortal portal, ConsoleMessenger console) {
        console.line(phrases.say("demo.welcome", every));
        subscribe(app);
        console.line(phrases.say("demo.subscribed"));
        app.onCheck(report -> tell(app, config, console, report));
        app.start();
        app.timetable().every("publish", Duration.ofSeconds(every), () -> publish(portal, console));
        app.listen(StandardTerminal.reader());
        app.awaitStop();
    }

    private void subscribe(App app) {
        Instant now = clock.instant();
        Chat chat = app.storage().chats().meet(ConsoleMessenger.CHAT, ChatKind.PRIVATE, "", ChatState.ACTIVE, now);
        String label = phrases.say("interest.all");
        app.storage()
                .subscriptions()
                .add(new Subscription(chat.id(), Subscription.Kind.ALL, "", label), ConsoleInput.PERSON, now);
    }

    /** Prints the result of a check; one that found nothing new is left out. */
    private void tell(App app, LoaConfig config, ConsoleMessenger console, CheckReport report) {
        if (report.read() == 0) {
            return;
        }
        String name = config.sources().stream()
                .map(SourceConfig::source)
                .filter(source -> source.id().equals(report.sourceId()))
                .map(source -> source.name())
                .findFirst()
                .orElse(report.sourceId());
        int known = app.storage().articles().count(report.sourceId());
        console.line(phrases.say("demo.checked", name, report.listed(), report.read(), known));
    }

    private void publish(SamplePortal portal, ConsoleMessenger console) {
        Optional<String> title = portal.publishNext();
        if (title.isPresent()) {
            console.line(phrases.say("demo.published"));
        } else if (!ended) {
            ended = true;
            console.line(phrases.say("demo.end"));
        }
    }

    private volatile boolean ended;
}
