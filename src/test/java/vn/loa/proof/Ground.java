package vn.loa.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;
import vn.loa.app.Storage;
import vn.loa.delivery.Dispatcher;
import vn.loa.delivery.RetryPolicy;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.Call;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.History;
import vn.loa.emulator.PortalEmulator;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.model.Published;
import vn.loa.model.Subscription;
import vn.loa.model.Summary;
import vn.loa.store.Database;
import vn.loa.store.article.NewArticle;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.waiting.TestPatience;

/** The proving ground: a platform and a portal in this process, a data folder, and the programs that worked with it. */
final class Ground implements AutoCloseable {
    /** Messages a second; quick, and slow enough to hit the middle of a broadcast. */
    static final int PER_SECOND = 200;

    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    private static final Duration PATIENCE = TestPatience.LIMIT;
    /** Nothing more arrives of what a dead program had written into its connections. */
    private static final Duration SILENCE = Duration.ofMillis(100);

    /** What the programs said is kept here, for whoever looks into a failure. */
    private static final Path LOGS = Path.of("target/proof");

    private final String name;
    private final Path folder;
    private final GroundDatabase stored;
    private final BotApiEmulator telegram;
    private final PortalEmulator portal = new PortalEmulator();
    private final InstantSource clock = InstantSource.system();
    private final List<EmulatedChat> chats = new ArrayList<>();
    private final List<LoaProcess> programs = new ArrayList<>();

    /** Opens a ground for one program at a time, with its own database in the folder. */
    Ground(String name, Path folder) throws IOException {
        this(name, folder, GroundDatabase.in(folder.resolve("data")));
    }

    /** Opens a ground; several nodes may work at a time when the database is on a server. */
    Ground(String name, Path folder, GroundDatabase stored) throws IOException {
        this.name = name;
        this.folder = folder;
        this.stored = stored;
        this.telegram = BotApiEmulator.start();
    }

    private Path configuration(String node) throws IOException {
        Path file = folder.resolve("loa" + node + ".yaml");
        Files.writeString(file, """
            data: '%s'
            %stelegram:
              token: '%s'
              api-url: '%s'
              poll-timeout: 1s
              rates: {bot-per-second: %d, chat-per-second: 0, group-per-minute: 0}
            access: open
            fetch: {allow-private-addresses: true, pause: 0s}
            delivery: {retry: {first: 1s, longest: 2s}}
            log: {level: debug}
            sources:
              - {id: px, name: 'Phú Xuyên', url: '%s', every: 1s, jitter: 0s}
            """.formatted(
                        folder.resolve("data" + node),
                        stored.configured(node),
                        telegram.token(),
                        telegram.url(),
                        PER_SECOND,
                        portal.listUrl()));
        return file;
    }

    BotApiEmulator telegram() {
        return telegram;
    }

    PortalEmulator portal() {
        return portal;
    }

    Path database() {
        return folder.resolve("data").resolve("loa.db");
    }

    EmulatedChat chat(int index) {
        return chats.get(index);
    }

    /** How many messages the program has under way at most. */
    static int senders() {
        Capabilities.Rates rates = new Capabilities.Rates(PER_SECOND, 0, 0);
        return Dispatcher.Settings.usual(new Capabilities(4096, 0, true, true, true, true, rates), RetryPolicy.USUAL)
                .senders();
    }

    /** So many chats follow everything; to be called while no program runs. */
    void seat(int count) {
        Instant now = clock.instant();
        try (Database database = stored.open()) {
            Storage stores = Storage.of(database);
            SubscriptionStore subscriptions = new SubscriptionStore(database);
            database.transaction(() -> {
                for (int i = 0; i < count; i++) {
                    EmulatedChat chat = telegram.privateChat(telegram.person("Cán bộ " + i));
                    chats.add(chat);
                    ChatAddress address = ChatAddress.of(BOT, Long.toString(chat.id()));
                    Chat met = stores.chats().meet(address, ChatKind.PRIVATE, chat.title(), ChatState.ACTIVE, now);
                    subscriptions.add(
                            new Subscription(met.id(), Subscription.Kind.ALL, "", ""),
                            new PersonId(Platform.TELEGRAM, "1"),
                            now);
                }
            });
        }
    }

    /** An announcement for all chats stands in the ledger; to be called while no program runs. */
    void announce() {
        ArticleContent content = new ArticleContent(
                "Ra quân Chủ nhật xanh", Published.unknown(), "", List.of(), "", "", Optional.empty(), List.of());
        NewArticle article = new NewArticle(
                "px/1",
                "px",
                content.title(),
                URI.create("https://px.example.gov.vn/1"),
                content,
                new Summary(List.of("Câu một."), Optional.empty()),
                "",
                "");
        try (Database database = stored.open()) {
            Storage stores = Storage.of(database);
            Article added = stores.articles().add(article, clock.instant());
            stores.deliveries().enqueueArticle(added.id(), Priority.ORDINARY, clock.instant());
        }
    }

    /** Starts the program; returns when it says that it works. */
    LoaProcess start() throws IOException {
        return started(LoaProcess.start(configuration("")));
    }

    /** Starts a node of a name, without waiting for anything it says. */
    LoaProcess begin(String node) throws IOException {
        LoaProcess program = LoaProcess.start(configuration(node));
        programs.add(program);
        return program;
    }

    /** As {@link #start()}, where no file may grow beyond so many KiB. */
    LoaProcess startWithRoomFor(int kibibytes) throws IOException {
        return started(LoaProcess.startWithRoomFor(kibibytes, configuration("")));
    }

    private LoaProcess started(LoaProcess program) {
        programs.add(program);
        return program.awaitLine("Loa watches");
    }

    /** Waits until so many chats have received the announcement. */
    void awaitReached(int count) {
        telling(() ->
                telegram.history().await(count + " chats reached", PATIENCE, history -> reached(history) >= count));
    }

    private static long reached(History history) {
        return history.messages().stream().map(Call::chatId).distinct().count();
    }

    /** Waits until the ledger knows the end of each delivery. */
    void awaitAllSettled() {
        telling(() -> await().atMost(PATIENCE).until(() -> {
            Evidence now = Evidence.of(stored, telegram.history());
            return !now.rows().isEmpty() && now.open().isEmpty();
        }));
    }

    /** Waits; when it is in vain, the failure tells what the running program said and does. */
    private void telling(Runnable wait) {
        try {
            wait.run();
        } catch (AssertionError | ConditionTimeoutException e) {
            programs.stream()
                    .filter(LoaProcess::runs)
                    .map(program -> program.inVain(e.getMessage()))
                    .forEach(e::addSuppressed);
            throw e;
        }
    }

    /** The evidence after the end of a program, when the last of its messages has landed. */
    Evidence evidence() {
        int[] seen = {-1};
        await().pollInterval(SILENCE).atMost(PATIENCE).until(() -> {
            int before = seen[0];
            seen[0] = telegram.history().messages().size();
            return seen[0] == before;
        });
        return Evidence.of(stored, telegram.history());
    }

    /** Lets a healthy program finish and end, and gives the evidence, in which nothing is lost and nothing invented. */
    Evidence finish(LoaProcess... last) {
        awaitAllSettled();
        List.of(last).forEach(LoaProcess::stop);
        Evidence evidence = evidence();
        List<String> everybody =
                chats.stream().map(chat -> Long.toString(chat.id())).toList();
        assertThat(evidence.reached()).as("reached").containsExactlyInAnyOrderElementsOf(everybody);
        assertThat(evidence.rows()).as("ledger").hasSameSizeAs(everybody).allMatch(Evidence.Row::sent);
        assertThat(evidence.invented()).as("sent, they say, but never received").isEmpty();
        return evidence;
    }

    /**
     * As {@link #finish}, after so many deaths that a message may have been interrupted twice: whoever was not reached
     * stands in the list with the reason, and nobody has a third copy.
     *
     * @param twice the chats whose message was under way at two deaths
     */
    Evidence finishAfterDeaths(LoaProcess last, Set<String> twice) {
        awaitAllSettled();
        last.stop();
        Evidence evidence = evidence();
        Set<String> told = evidence.reached();
        assertThat(evidence.rows())
                .as("reached, or in the list with the reason")
                .hasSameSizeAs(chats)
                .allMatch(row -> row.sent() && told.contains(row.chatId()) || row.maybe());
        assertThat(evidence.rows().stream().filter(Evidence.Row::maybe).map(Evidence.Row::chatId))
                .as("given up, though not interrupted twice")
                .isSubsetOf(twice);
        assertThat(evidence.invented()).as("sent, they say, but never received").isEmpty();
        assertThat(evidence.mostCopies()).as("copies").isLessThanOrEqualTo(2);
        return evidence;
    }

    /** Returns all that programs have said here, those too that ended. */
    List<String> said() {
        return programs.stream().flatMap(program -> program.lines().stream()).toList();
    }

    @Override
    public void close() throws IOException {
        Files.createDirectories(LOGS);
        for (LoaProcess program : programs) {
            program.close();
            Files.write(LOGS.resolve(name + "-" + (programs.indexOf(program) + 1) + ".log"), program.lines());
        }
        telegram.close();
        portal.close();
    }
}
