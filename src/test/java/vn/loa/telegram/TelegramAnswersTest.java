package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.Cases;
import vn.loa.app.DeliveryWorkers;
import vn.loa.app.Storage;
import vn.loa.delivery.Corrector;
import vn.loa.delivery.DeliveryFixture;
import vn.loa.delivery.Dispatcher;
import vn.loa.delivery.FileResender;
import vn.loa.delivery.RetryPolicy;
import vn.loa.delivery.SendCalendar;
import vn.loa.delivery.SettableClock;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Fault;
import vn.loa.emulator.ShownMessage;
import vn.loa.model.Article;
import vn.loa.model.ButtonData;
import vn.loa.model.Change;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.DeliveryState;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.model.QuietHours;
import vn.loa.model.Subscription;
import vn.loa.phrases.Phrases;
import vn.loa.store.LedgerRow;
import vn.loa.store.MigratedDatabase;

/** Each answer of the Bot API to one call of a broadcast, over the wire, and what becomes of the message. */
@Order(1)
class TelegramAnswersTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final QuietHours NEVER =
            new QuietHours(LocalTime.of(3, 0), LocalTime.of(3, 1), QuietHours.Mode.SILENT);
    private static final URI PICTURE = URI.create("https://x.gov.vn/a.jpg");

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-09T10:00:00Z"));
    private TelegramRig rig;
    private EmulatedChat group;
    private Storage stores;
    private Chat chat;
    private BotConnection connection;
    private Dispatcher dispatcher;
    private Corrector corrector;

    @BeforeEach
    void start() throws IOException {
        rig = TelegramRig.start();
        group = rig.telegram.supergroup("Thôn Đông");
        stores = Storage.of(MigratedDatabase.open(folder));
        DeliveryWorkers workers = new DeliveryWorkers(
                stores,
                Phrases.vietnamese(),
                MessageFormats.of(Phrases.vietnamese(), ZONE, what -> ButtonData.of("nam", what.key()), 10),
                new SendCalendar.Rules(NEVER, ZONE),
                RetryPolicy.USUAL,
                FileResender.PATIENCE,
                clock);
        connection = workers.connect(rig.channel.messenger());
        dispatcher = workers.dispatcher(
                connection,
                Optional.empty(),
                new Dispatcher.Settings(4, Duration.ofMinutes(2), RetryPolicy.USUAL, new Random(1)));
        corrector = workers.corrector(connection);
        chat = stores.chats()
                .meet(TelegramRig.at(group), ChatKind.SUPERGROUP, "Thôn Đông", ChatState.ACTIVE, clock.instant());
        stores.subscriptions()
                .add(
                        new Subscription(chat.id(), Subscription.Kind.ALL, "", ""),
                        new PersonId(Platform.TELEGRAM, "7"),
                        clock.instant());
    }

    @AfterEach
    void stop() {
        dispatcher.stop();
        connection.close();
        rig.close();
        stores.database().close();
    }

    static Stream<Cases.Case> sent() {
        return Stream.concat(Cases.read("telegram-answers.jsonl"), Cases.read("telegram-answers-more.jsonl"))
                .filter(each -> each.text("method").startsWith("send"));
    }

    static Stream<Cases.Case> edited() {
        return Stream.concat(Cases.read("telegram-answers.jsonl"), Cases.read("telegram-answers-more.jsonl"))
                .filter(each -> each.text("method").startsWith("edit"));
    }

    @ParameterizedTest
    @MethodSource("sent")
    void the_news_arrives_whatever_is_answered_to_one_call(Cases.Case answer) {
        boolean photo = answer.text("method").equals("sendPhoto");
        answer(answer);
        announce("Ra quân Chủ nhật xanh", photo ? Optional.of(PICTURE) : Optional.empty());
        pass(Duration.ofMinutes(15), Duration.ofSeconds(30));
        List<ShownMessage> told = group.messages().stream()
                .filter(shown -> shown.text().contains("Ra quân Chủ nhật xanh"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).media()).isEmpty();
        LedgerRow row = LedgerRow.latest(stores.database(), chat.id(), 1).get(0);
        assertThat(row.state()).isEqualTo(DeliveryState.SENT);
        assertThat(stores.chats().byId(chat.id()).orElseThrow().state()).isEqualTo(ChatState.ACTIVE);
        assertThat(stores.troubles().all()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("edited")
    void an_edit_that_is_refused_is_not_tried_for_ever(Cases.Case answer) {
        Article article = announce("Ra quân Chủ nhật xanh", Optional.empty());
        dispatcher.run();
        answer(answer);
        stores.articles().revise(article.id(), DeliveryFixture.article("Ra quân", Optional.empty()), clock.instant());
        stores.corrections().edited(article.id(), Set.of(Change.TITLE), clock.instant());
        for (int hour = 0; hour < 24; hour++) {
            corrector.run();
            pass(Duration.ofHours(1), Duration.ofMinutes(30));
        }
        assertThat(rig.telegram.history().of("editMessageText")).hasSize(1);
        assertThat(stores.messages()
                        .correctionsDue(TelegramRig.BOT, clock.instant().plus(Duration.ofDays(9)), 9))
                .isEmpty();
        assertThat(group.messages()).hasSizeLessThanOrEqualTo(2);
    }

    private void answer(Cases.Case answer) {
        Fault fault = rig.telegram.faults().on(answer.text("method"));
        fault.times(answer.fields().path("times").asInt(1));
        int code = answer.fields().path("answer").path("code").asInt();
        if (answer.fields().path("answer").has("body")) {
            fault.body(code, answer.fields().path("answer").path("body").asText());
        } else {
            fault.refuse(
                    code, answer.fields().path("answer").path("description").asText());
        }
    }

    private Article announce(String title, Optional<URI> image) {
        Article article = stores.articles().add(DeliveryFixture.article(title, image), clock.instant());
        stores.deliveries().enqueueArticle(article.id(), Priority.ORDINARY, clock.instant());
        return article;
    }

    private void pass(Duration time, Duration step) {
        for (Duration left = time; left.compareTo(Duration.ZERO) > 0; left = left.minus(step)) {
            dispatcher.run();
            clock.pass(step);
        }
    }
}
