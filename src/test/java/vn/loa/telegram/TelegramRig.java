package vn.loa.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.EmulatedChat;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.Platform;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.delivery.InboxStore;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramOptions;
import vn.loa.telegram.incoming.Origin;
import vn.loa.waiting.TestPatience;

/** An emulated Telegram, the channel that speaks with it, and a listener that keeps what it hears. */
final class TelegramRig implements AutoCloseable, TelegramListener {
    static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    static final Duration PATIENCE = TestPatience.LIMIT;
    static final TelegramOptions.Times QUICK = new TelegramOptions.Times(
            Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofMillis(20),
            Duration.ofMillis(100));

    final BotApiEmulator telegram;
    final TelegramChannel channel;
    final TelegramUpdates updates;
    final List<Acknowledgement> acknowledged = new CopyOnWriteArrayList<>();
    final List<IncomingCommand> said = new CopyOnWriteArrayList<>();
    final List<Origin> origins = new CopyOnWriteArrayList<>();
    final List<ChatEvent> events = new CopyOnWriteArrayList<>();
    final InboxStore received;
    private final Path folder;
    private final Database database;
    volatile Consumer<IncomingCommand> onSaid = command -> {};

    private TelegramRig(BotApiEmulator telegram, TelegramOptions.Times times, InstantSource clock) throws IOException {
        this.telegram = telegram;
        this.folder = Files.createTempDirectory("telegram");
        this.database = MigratedDatabase.open(folder);
        this.received = new InboxStore(database);
        this.channel = channel(telegram, telegram.url(), times, clock);
        this.updates = channel.updates(this, received);
    }

    static TelegramRig start() throws IOException {
        return start(QUICK, InstantSource.system());
    }

    static TelegramRig start(TelegramOptions.Times times, InstantSource clock) throws IOException {
        return new TelegramRig(BotApiEmulator.start(), times, clock);
    }

    static TelegramRig polling() throws IOException {
        TelegramRig rig = start();
        rig.updates.start();
        return rig;
    }

    static TelegramChannel channel(BotApiEmulator telegram, URI url, TelegramOptions.Times times, InstantSource clock) {
        TelegramAccount account = new TelegramAccount(BOT, telegram.token(), url, Optional.empty());
        return new TelegramChannel(account, new TelegramOptions(TelegramOptions.PUBLIC_RATES, true, times), clock);
    }

    static ChatAddress at(EmulatedChat chat) {
        return ChatAddress.of(BOT, Long.toString(chat.id()));
    }

    /** Waits until so much was said to the bot, and gives the last of it. */
    IncomingCommand awaitSaid(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> said.size() >= count);
        return said.get(count - 1);
    }

    ChatEvent awaitEvent() {
        Awaitility.await().atMost(PATIENCE).until(() -> !events.isEmpty());
        return events.get(events.size() - 1);
    }

    /** Waits until the bot has taken every update that there is. */
    void awaitQuiet() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> telegram.pendingUpdates() == 0
                        && telegram.polled()
                        && received.waiting(BOT).isEmpty());
    }

    @Override
    public void said(IncomingCommand command, Origin origin) {
        said.add(command);
        origins.add(origin);
        onSaid.accept(command);
    }

    /** Whether a question waits for what is said. */
    volatile boolean asks;

    @Override
    public boolean takesAnswer(IncomingCommand command) {
        return asks;
    }

    /** The groups that have become supergroups, by their former ids. */
    final Map<String, String> moves = new ConcurrentHashMap<>();

    @Override
    public Optional<String> movedTo(String chatId) {
        return Optional.ofNullable(moves.get(chatId));
    }

    @Override
    public void acknowledged(Acknowledgement sign, Optional<String> words) {
        acknowledged.add(sign);
    }

    @Override
    public void happened(ChatEvent event) {
        events.add(event);
    }

    /** Has the database refuse to write updates down, or to note them as handled. */
    void breakDisk(String operation) {
        execute("CREATE TRIGGER full_disk BEFORE " + operation
                + " ON received_update BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
    }

    void repairDisk() {
        execute("DROP TRIGGER full_disk");
    }

    private void execute(String sql) {
        database.write(handle -> handle.execute(sql));
    }

    /** How many updates were handled. */
    int handled() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM received_update WHERE handled = 1")
                .mapTo(Integer.class)
                .one());
    }

    void awaitHandled(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> handled() == count);
    }

    @Override
    public void close() {
        updates.close();
        channel.close();
        telegram.close();
        database.close();
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
