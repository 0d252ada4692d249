package vn.loa.delivery;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.app.DeliveryWorkers;
import vn.loa.app.Storage;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.connection.ChatTroubles;
import vn.loa.delivery.connection.LostTopics;
import vn.loa.delivery.connection.NoticeQueue;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Precision;
import vn.loa.model.Priority;
import vn.loa.model.Published;
import vn.loa.model.QuietHours;
import vn.loa.model.Subscription;
import vn.loa.model.Summary;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.LedgerRow;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.NewArticle;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.delivery.BudgetStore;

/** A bot over a real database and a scripted channel, in a time that the test steps. */
public abstract class DeliveryFixture {
    public static final Instant START = Instant.parse("2026-03-09T10:00:00Z");
    public static final Capabilities TELEGRAM_LIKE =
            new Capabilities(4096, 1024, true, true, true, true, Rates.UNLIMITED);
    public static final RetryPolicy RETRIES = RetryPolicy.USUAL;

    private static final Phrases PHRASES = Phrases.vietnamese();
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    public static final int BULLETIN_ITEMS = 10;

    @TempDir
    private Path folder;

    public final SettableClock clock = new SettableClock(START);
    LongSupplier ticks = System::nanoTime;
    QuietHours quiet = new QuietHours(LocalTime.of(21, 30), LocalTime.of(6, 0), QuietHours.Mode.SILENT);
    ScriptedMessenger channel = new ScriptedMessenger(TELEGRAM_LIKE);
    Optional<Budget> budget = Optional.empty();
    Storage stores;
    DeliveryWorkers workers;
    BotConnection line;
    Dispatcher dispatcher;

    private Database database;

    /** The data of a button under announcements, as a command might write it. */
    public static ButtonData receiptButton(AnnouncementRef what) {
        return ButtonData.of("nam", what.key());
    }

    @BeforeEach
    final void start() {
        database = MigratedDatabase.open(folder);
        stores = Storage.of(database);
        startBot();
    }

    @AfterEach
    final void stop() {
        dispatcher.stop();
        line.close();
        database.close();
    }

    private void startBot() {
        workers = workers(FileResender.PATIENCE);
        NoticeQueue notices = new NoticeQueue(stores.notices(), stores.deliveries());
        LostTopics lostTopics = new LostTopics(database, stores.chats(), stores.settings(), notices, PHRASES, clock);
        ChatTroubles troubles = new ChatTroubles(stores.troubles(), lostTopics, clock);
        line = new BotConnection(
                channel, stores.bots(), stores.chats(), troubles, new BotConnection.Time(clock, ticks));
        dispatcher = workers.dispatcher(
                line, budget, new Dispatcher.Settings(4, Duration.ofMinutes(2), RETRIES, new Random(1)));
    }

    private static MessageFormats formats() {
        return MessageFormats.of(PHRASES, ZONE, DeliveryFixture::receiptButton, BULLETIN_ITEMS);
    }

    private DeliveryWorkers workers(Duration filesTake) {
        return new DeliveryWorkers(
                stores, PHRASES, formats(), new SendCalendar.Rules(quiet, ZONE), RETRIES, filesTake, clock);
    }

    /** Brings messages up to date over the bot's line. */
    final Corrector corrector() {
        return workers.corrector(line);
    }

    /** As {@link #corrector()}, which waits so long for files that are sent again. */
    final Corrector corrector(Duration filesTake) {
        return workers(filesTake).corrector(line);
    }

    /** Shows counts of acknowledgements over the bot's line. */
    final ReceiptCounter receiptCounter() {
        return workers.receiptCounter(line);
    }

    /** Another program over the same database; what the first one had claimed is where it left it. */
    final void restart() {
        stop();
        start();
    }

    /** The bot goes on with another channel, for example one with limits. */
    final void use(ScriptedMessenger other) {
        dispatcher.stop();
        line.close();
        channel = other;
        startBot();
    }

    /** The bot goes on with a plan that allows so many messages a month. */
    final Budget plan(int monthly) {
        Budget plan = new Budget(
                ScriptedMessenger.BOT, new Budget.Plan(monthly, 0, 0), new BudgetStore(database), ZONE, clock);
        budget = Optional.of(plan);
        use(new ScriptedMessenger(TELEGRAM_LIKE));
        return plan;
    }

    final Chat chat(String id) {
        return chat(id, ChatKind.SUPERGROUP);
    }

    final Chat chat(String id, ChatKind kind) {
        return subscribed(ChatAddress.of(ScriptedMessenger.BOT, id), kind);
    }

    final Chat subscribed(ChatAddress address, ChatKind kind) {
        Chat chat = stores.chats().meet(address, kind, "Chat " + address.chatId(), ChatState.ACTIVE, clock.instant());
        new SubscriptionStore(database)
                .add(
                        new Subscription(chat.id(), Subscription.Kind.ALL, "", ""),
                        new PersonId(Platform.TELEGRAM, "7"),
                        clock.instant());
        return chat;
    }

    /** A new article for all subscribed chats. */
    final Article announce(String title) {
        return announce(title, Priority.ORDINARY);
    }

    final Article announce(String title, Priority priority) {
        Article article = stores.articles().add(article(title, Optional.empty()), clock.instant());
        stores.deliveries().enqueueArticle(article.id(), priority, clock.instant());
        return article;
    }

    public static NewArticle article(String title, Optional<URI> image) {
        ArticleContent content = new ArticleContent(
                title,
                Published.at(START, Precision.MINUTE),
                "Đoạn dẫn.",
                List.of("Đoạn một."),
                "Văn hóa",
                "",
                image,
                List.of());
        return new NewArticle(
                title,
                "a",
                title,
                URI.create("https://x.gov.vn/" + Integer.toHexString(title.hashCode())),
                content,
                new Summary(List.of("Câu một."), Optional.of(LocalDate.of(2026, 3, 8))),
                "",
                "");
    }

    final void notice(String text, Chat... chats) {
        long notice = stores.notices().add("test", OutgoingMessage.plain(text), clock.instant());
        List<Long> ids = List.of(chats).stream().map(Chat::id).toList();
        stores.deliveries().enqueueNotice(notice, ids, Priority.NOTICE, clock.instant());
    }

    /** Lets time pass and the dispatcher run, again and again, until the time is over. */
    final void pass(Duration time, Duration step) {
        for (Duration left = time; left.compareTo(Duration.ZERO) > 0; left = left.minus(step)) {
            clock.pass(step);
            dispatcher.run();
        }
    }

    /** Does to the database what no store offers. */
    final void sql(String statement) {
        MigratedDatabase.sql(database, statement);
    }

    /** What became of a chat's deliveries, the oldest first. */
    final List<LedgerRow> ledger(Chat chat) {
        List<LedgerRow> all = new ArrayList<>(LedgerRow.latest(stores.database(), chat.id(), 100));
        all.sort(Comparator.comparing(LedgerRow::id));
        return all;
    }

    final LedgerRow only(Chat chat) {
        List<LedgerRow> all = ledger(chat);
        if (all.size() != 1) {
            throw new AssertionError("one delivery was expected: " + all);
        }
        return all.get(0);
    }
}
