package vn.loa.bench;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.app.Storage;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.Delivery;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Precision;
import vn.loa.model.Priority;
import vn.loa.model.Published;
import vn.loa.model.Subscription;
import vn.loa.model.Summary;
import vn.loa.store.Database;
import vn.loa.store.article.NewArticle;
import vn.loa.store.settlement.SentMessage;

/** Sets up a database with chats that follow everything, and articles for them. */
final class Stage implements AutoCloseable {
    private static final PersonId SOMEBODY = new PersonId(Platform.TELEGRAM, "1");
    private static final Duration LEASE = Duration.ofMinutes(2);
    /** The number of deliveries that one transaction settles during the setup. */
    private static final int AT_ONCE = 1_000;

    private static final int KEYWORDS = 10_000;

    private final Database database;
    private final Storage storage;
    private final Bot bot;
    private final InstantSource clock;
    private int articles;

    /**
     * Sets up a database.
     *
     * @param bot its name; of several stages in one database, each has another
     */
    Stage(Database database, String bot, InstantSource clock) {
        this.database = database;
        this.storage = Storage.of(database);
        this.bot = new Bot(Platform.TELEGRAM, bot);
        this.clock = clock;
    }

    Bot bot() {
        return bot;
    }

    Storage storage() {
        return storage;
    }

    InstantSource clock() {
        return clock;
    }

    /** Adds so many private chats that follow everything. */
    void seat(int chats) {
        database.transaction(() -> {
            for (int i = 1; i <= chats; i++) {
                ChatAddress address = ChatAddress.of(bot, Integer.toString(1_000_000 + i));
                Chat chat = storage.chats().meet(address, ChatKind.PRIVATE, "", ChatState.ACTIVE, clock.instant());
                follow(chat, Subscription.Kind.ALL, "");
            }
        });
    }

    /** Adds so many private chats that follow keywords and leave one out, each its own few of ten thousand. */
    void seatChoosy(int chats) {
        database.transaction(() -> {
            for (int i = 1; i <= chats; i++) {
                ChatAddress address = ChatAddress.of(bot, Integer.toString(1_000_000 + i));
                Chat chat = storage.chats().meet(address, ChatKind.PRIVATE, "", ChatState.ACTIVE, clock.instant());
                follow(chat, Subscription.Kind.KEYWORD, "ke hoach " + i % KEYWORDS);
                follow(chat, Subscription.Kind.KEYWORD, i % 2 == 0 ? "hoi nghi" : "tuyen truyen so");
                follow(chat, Subscription.Kind.EXCLUDE, "bong da " + i % KEYWORDS);
            }
        });
    }

    private void follow(Chat chat, Subscription.Kind kind, String value) {
        storage.subscriptions().add(new Subscription(chat.id(), kind, value, value), SOMEBODY, clock.instant());
    }

    /**
     * Enters a new article for all chats, in one transaction as the watch does.
     *
     * @return how many deliveries were entered
     */
    int announce() {
        articles++;
        NewArticle article = article(articles);
        return database.transaction(() -> {
            Article added = storage.articles().add(article, clock.instant());
            return storage.deliveries().enqueueArticle(added.id(), Priority.ORDINARY, clock.instant());
        });
    }

    /** Claims deliveries as a dispatcher does. */
    List<Delivery> claim(int limit) {
        return storage.deliveries().claim(bot, limit, clock.instant(), LEASE);
    }

    /** Records that these were sent. */
    void sent(List<Delivery> claimed) {
        storage.deliveries()
                .sentEach(claimed.stream()
                        .map(each -> new SentMessage(
                                List.of(each), Map.of(each.id(), 1), Long.toString(each.id()), clock.instant()))
                        .toList());
    }

    /** Settles everything that is due, without sending it. */
    void settleAll() {
        List<Delivery> claimed;
        do {
            claimed = claim(AT_ONCE);
            sent(claimed);
        } while (!claimed.isEmpty());
    }

    private NewArticle article(int number) {
        String title = "UBND xã triển khai kế hoạch tuyên truyền số " + number;
        String sentence = "Ban Thường trực Ủy ban Mặt trận Tổ quốc xã tổ chức hội nghị triển khai kế hoạch công tác.";
        ArticleContent content = new ArticleContent(
                title,
                Published.at(clock.instant(), Precision.MINUTE),
                sentence,
                List.of(sentence, sentence, sentence),
                "Văn hóa - Xã hội",
                "",
                Optional.empty(),
                List.of());
        Summary summary = new Summary(
                List.of(sentence, sentence),
                Optional.of(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()));
        URI url = URI.create("https://xa.example.gov.vn/-/view_content/" + number + "-tin.html");
        return new NewArticle("bench/" + number, "bench", title, url, content, summary, title, "van hoa - xa hoi");
    }

    @Override
    public void close() {
        database.close();
    }
}
