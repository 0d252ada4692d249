package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.chat.FailoverRounds;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.model.Article;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.DeliveryState;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.model.Unit;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.delivery.ReceiptStore;
import vn.loa.store.delivery.ReportStore;
import vn.loa.store.failover.UnitFailover;
import vn.loa.store.failover.UnitFailoverStore;
import vn.loa.store.inquiry.AnswerKind;
import vn.loa.store.inquiry.Inquiry;
import vn.loa.store.inquiry.InquiryAnswer;

/** A unit with a Zalo and a Telegram group that hears each announcement once. */
class UnitFailoverTest extends DeliveryFixture {
    private static final Bot ZALO = new Bot(Platform.ZALO, "lang");
    private static final SendResult REFUSED = new SendResult.ChannelDown("token refused");
    private static final SendResult NO_CONNECTION = new SendResult.NotSent("connection refused");
    private static final PersonId HOA = new PersonId(Platform.ZALO, "hoa");

    private final ScriptedMessenger second = new ScriptedMessenger(ZALO, TELEGRAM_LIKE);
    private BotConnection secondLine;
    private Dispatcher secondDispatcher;
    private FailoverRounds rounds;
    private long unit;
    private Chat telegram;
    private Chat zalo;

    @BeforeEach
    void twoChannels() {
        openSecond(second);
        rounds = rounds();
        unit = stores.units().add(OptionalLong.empty(), new Unit.Name("thôn Thượng", LocalDate.MIN, LocalDate.MAX));
        telegram = subscribed(ChatAddress.of(ScriptedMessenger.BOT, "-1"), ChatKind.SUPERGROUP);
        zalo = subscribed(ChatAddress.of(ZALO, "zgr-1"), ChatKind.GROUP);
        stores.units().assign(telegram.id(), OptionalLong.of(unit));
        stores.units().assign(zalo.id(), OptionalLong.of(unit));
        hearsOnce(List.of(Platform.ZALO, Platform.TELEGRAM));
    }

    private void openSecond(ScriptedMessenger messenger) {
        secondLine = workers.connect(messenger);
        secondDispatcher = workers.dispatcher(
                secondLine,
                Optional.empty(),
                new Dispatcher.Settings(2, Duration.ofMinutes(2), RETRIES, new Random(2)));
    }

    @AfterEach
    void closeSecond() {
        secondDispatcher.stop();
        secondLine.close();
    }

    private FailoverRounds rounds() {
        return new FailoverRounds(stores.failovers(), this::newsRefusal, clock);
    }

    private Optional<String> newsRefusal(Bot bot) {
        return (bot.equals(ZALO) ? secondDispatcher : dispatcher).health().problem();
    }

    private void hearsOnce(List<Platform> order) {
        stores.failovers().set(unit, order, UnitFailover.USUAL_WAIT, clock.instant());
    }

    private void passBoth(Duration time, Duration step) {
        for (Duration left = time; left.compareTo(Duration.ZERO) > 0; left = left.minus(step)) {
            clock.pass(step);
            dispatcher.run();
            secondDispatcher.run();
            rounds.run();
        }
    }

    private static void break_(ScriptedMessenger channel, SendResult answer) {
        channel.always(answer);
        channel.ping(answer);
    }

    private static void mend(ScriptedMessenger channel) {
        channel.always((Supplier<SendResult>) null);
        channel.ping(new SendResult.Sent(""));
    }

    @Test
    void a_unit_hears_each_article_once_on_the_first_channel_of_its_order() {
        announce("Một");
        passBoth(Duration.ofMinutes(30), Duration.ofSeconds(15));
        assertThat(second.saidTo("zgr-1")).hasSize(1);
        assertThat(channel.said()).isEmpty();
    }

    @Test
    void what_has_no_other_chat_keeps_nobody_from_moving_and_the_rest_is_looked_at_page_by_page() {
        long alone = stores.units().add(OptionalLong.empty(), new Unit.Name("thôn Hạ", LocalDate.MIN, LocalDate.MAX));
        Chat only = subscribed(ChatAddress.of(ZALO, "zgr-2"), ChatKind.GROUP);
        stores.units().assign(only.id(), OptionalLong.of(alone));
        stores.failovers().set(alone, List.of(), UnitFailover.USUAL_WAIT, clock.instant());
        announce("Một");
        announce("Hai");
        List<UnitFailoverStore.Waiting> page = stores.failovers().waiting(clock.instant(), 0);
        assertThat(page).extracting(UnitFailoverStore.Waiting::unitId).containsExactly(unit, unit);
        assertThat(stores.failovers().waiting(clock.instant(), page.get(0).id()))
                .containsExactly(page.get(1));
    }

    @Test
    void a_unit_that_names_no_order_hears_in_its_oldest_chat() {
        hearsOnce(List.of());
        announce("Một");
        passBoth(Duration.ofMinutes(1), Duration.ofSeconds(15));
        assertThat(channel.saidTo("-1")).hasSize(1);
        assertThat(second.said()).isEmpty();
    }

    @Test
    void what_a_held_channel_cannot_tell_goes_to_the_next_at_once_and_is_not_told_again_when_the_first_comes_back() {
        break_(second, REFUSED);
        announce("Một");
        passBoth(Duration.ofMinutes(1), Duration.ofSeconds(15));
        assertThat(channel.saidTo("-1")).hasSize(1);
        mend(second);
        second.said().clear();
        passBoth(Duration.ofHours(3), Duration.ofMinutes(1));
        announce("Hai");
        passBoth(Duration.ofMinutes(1), Duration.ofSeconds(15));
        assertThat(second.saidTo("zgr-1")).singleElement().asString().contains("Hai");
        assertThat(channel.saidTo("-1")).singleElement().asString().contains("Một");
    }

    @Test
    void news_that_come_while_the_first_channel_is_held_go_straight_to_the_next() {
        break_(second, REFUSED);
        announce("Một");
        passBoth(Duration.ofMinutes(1), Duration.ofSeconds(15));
        announce("Hai");
        dispatcher.run();
        assertThat(channel.saidTo("-1")).hasSize(2);
    }

    @Test
    void what_has_not_arrived_after_ten_minutes_goes_to_the_next_and_not_before() {
        for (int i = 0; i < 30; i++) {
            second.then("zgr-1", new SendResult.NotSent("bad gateway"));
        }
        announce("Một");
        passBoth(Duration.ofMinutes(9), Duration.ofSeconds(30));
        assertThat(channel.said()).isEmpty();
        passBoth(Duration.ofMinutes(2), Duration.ofSeconds(30));
        assertThat(channel.saidTo("-1")).hasSize(1);
    }

    @Test
    void nothing_is_late_that_waited_only_for_loa_to_run() {
        announce("Một");
        clock.pass(Duration.ofHours(1));
        rounds = rounds();
        rounds.run();
        secondDispatcher.run();
        assertThat(second.saidTo("zgr-1")).hasSize(1);
        assertThat(channel.said()).isEmpty();
    }

    @Test
    void a_group_that_removed_the_bot_leaves_its_news_to_the_other() {
        second.then("zgr-1", new SendResult.ChatGone("bot was kicked"));
        announce("Một");
        passBoth(Duration.ofMinutes(1), Duration.ofSeconds(15));
        assertThat(channel.saidTo("-1")).hasSize(1);
    }

    @Test
    void an_announcement_by_hand_is_heard_once_too() {
        long notice = stores.notices().add("announcement by hand", OutgoingMessage.plain("Họp dân"), clock.instant());
        stores.deliveries()
                .enqueueAnnouncement(notice, List.of(telegram.id(), zalo.id()), Priority.NOTICE, clock.instant());
        passBoth(Duration.ofMinutes(1), Duration.ofSeconds(15));
        assertThat(second.saidTo("zgr-1")).hasSize(1);
        assertThat(channel.said()).isEmpty();
    }

    @Test
    void a_question_that_moves_to_another_channel_is_asked_once_and_answered_for_the_unit_from_either_chat() {
        break_(second, REFUSED);
        long inquiry = asked("Mỗi thôn mấy hộ?");
        passBoth(Duration.ofMinutes(1), Duration.ofSeconds(15));
        assertThat(channel.saidTo("-1")).singleElement().asString().contains("Mỗi thôn mấy hộ?");
        mend(second);
        passBoth(Duration.ofMinutes(30), Duration.ofSeconds(15));
        assertThat(channel.saidTo("-1")).hasSize(1);
        assertThat(second.said().stream().filter(said -> said.text().contains("Mỗi thôn")))
                .as("tries that the refused channel did not take")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(stores.inquiries().ofMessage(telegram.id(), "m1"))
                .get()
                .extracting(Inquiry::id)
                .isEqualTo(inquiry);
        assertThat(stores.inquiries().open(zalo.id())).extracting(Inquiry::id).containsExactly(inquiry);
        answered(inquiry, zalo, "45");
        answered(inquiry, telegram, "46");
        assertThat(stores.inquiries().answers(inquiry))
                .as("one respondent, whose last answer counts")
                .extracting(answer -> answer.respondent().name() + " " + answer.answer())
                .containsExactly("thôn Thượng 45", "thôn Thượng 46");
    }

    private long asked(String question) {
        long inquiry = stores.inquiries().add(AnswerKind.NUMBER, question, List.of(), "telegram:1", clock.instant());
        long notice = stores.notices().add("inquiry", OutgoingMessage.plain(question), clock.instant());
        List<Long> chats = List.of(telegram.id(), zalo.id());
        stores.inquiries().open(inquiry, notice, chats, clock.instant());
        stores.deliveries().enqueueAnnouncement(notice, chats, Priority.ORDINARY, clock.instant());
        return inquiry;
    }

    private void answered(long inquiry, Chat chat, String answer) {
        clock.pass(Duration.ofSeconds(1));
        stores.inquiries()
                .answer(
                        inquiry,
                        new InquiryAnswer(
                                chat.id(),
                                InquiryAnswer.Respondent.unit(unit, "thôn Thượng"),
                                answer,
                                new InquiryAnswer.Author(HOA.key(), "Hòa", clock.instant())));
    }

    @Test
    void articles_that_wait_for_both_chats_become_one_when_the_unit_is_set_to_hear_once() {
        stores.failovers().remove(unit);
        announce("Một");
        sql(
                "INSERT INTO delivery_piece (delivery_id, number, digest, external_id) SELECT id, 0, 'x', 'z' FROM delivery");
        hearsOnce(List.of(Platform.ZALO));
        stores.failovers().adopt();
        assertThat(MigratedDatabase.numbers(
                        stores.database(),
                        "SELECT COUNT(*) FROM delivery_piece WHERE delivery_id NOT IN (SELECT id FROM delivery)"))
                .containsExactly(0L);
        passBoth(Duration.ofMinutes(1), Duration.ofSeconds(15));
        assertThat(channel.said().size() + second.said().size()).isEqualTo(1);
    }

    @Test
    void receipts_and_reports_are_the_units_whichever_chat_they_come_from() {
        break_(second, REFUSED);
        Article article = announce("Một");
        passBoth(Duration.ofMinutes(1), Duration.ofSeconds(15));
        Optional<ReceiptStore.Given> given = stores.receipts()
                .acknowledge(
                        AnnouncementRef.article(article.id()),
                        zalo.id(),
                        HOA,
                        "Hòa",
                        ReceiptStore.How.REPLY,
                        clock.instant());
        assertThat(given).get().matches(ReceiptStore.Given::first);
        List<ReportStore.ChatReport> report = stores.reports().report(START.minusSeconds(1), clock.instant());
        assertThat(report).singleElement().satisfies(unitReport -> {
            assertThat(unitReport.sent()).isEqualTo(1);
            assertThat(unitReport.acknowledged()).isEqualTo(1);
        });
        assertThat(stores.reports().reach(AnnouncementRef.article(article.id())))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 8, 10})
    void whatever_fails_and_comes_back_nothing_is_lost_and_only_what_was_unconfirmed_comes_twice(long seed) {
        Random random = new Random(seed);
        Recording one = new Recording(ScriptedMessenger.BOT);
        Recording other = new Recording(ZALO);
        use(one);
        useSecond(other);
        int announced = 0;
        for (int minute = 0; minute < 40; minute++) {
            disturb(one, random);
            disturb(other, random);
            for (int more = random.nextInt(3); more > 0; more--) {
                announce("Tin số " + ++announced + ".");
            }
            if (random.nextInt(20) == 0) {
                rounds = rounds();
            }
            passBoth(Duration.ofSeconds(60), Duration.ofSeconds(10 + random.nextInt(30)));
        }
        mend(one);
        mend(other);
        passBoth(Duration.ofHours(8), Duration.ofMinutes(4));
        for (int number = 1; number <= announced; number++) {
            String title = "Tin số " + number + ".";
            int confirmed = one.count(title, SendResult.Sent.class) + other.count(title, SendResult.Sent.class);
            int unclear = one.count(title, SendResult.Unknown.class) + other.count(title, SendResult.Unknown.class);
            assertThat(confirmed).as("%s, seed %d", title, seed).isBetween(unclear > 0 ? 0 : 1, 1);
        }
        assertThat(stores.deliveries().count(DeliveryState.QUEUED)).isZero();
        assertThat(stores.deadLetters().groups(10))
                .allMatch(group -> group.reason().startsWith("may have arrived"));
    }

    /** A channel that remembers what it answered to what. */
    private static final class Recording extends ScriptedMessenger {
        private final Map<String, SendResult> answers = new ConcurrentHashMap<>();

        Recording(Bot bot) {
            super(bot, TELEGRAM_LIKE);
        }

        @Override
        public SendResult send(ChatAddress to, OutgoingMessage message) {
            SendResult result = super.send(to, message);
            answers.put(answers.size() + " " + message.text().text(), result);
            return result;
        }

        int count(String title, Class<? extends SendResult> kind) {
            return (int) answers.entrySet().stream()
                    .filter(each -> each.getKey().contains(title) && kind.isInstance(each.getValue()))
                    .count();
        }
    }

    private void useSecond(ScriptedMessenger messenger) {
        closeSecond();
        openSecond(messenger);
    }

    private static void disturb(ScriptedMessenger messenger, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> break_(messenger, REFUSED);
            case 1 -> break_(messenger, NO_CONNECTION);
            case 2 -> messenger.always(new SendResult.Unknown("timeout"));
            case 3 ->
                messenger.always(new SendResult.RetryAfter(
                        Duration.ofSeconds(1 + random.nextInt(900)), SendResult.RetryAfter.Scope.BOT));
            default -> mend(messenger);
        }
    }

    @Test
    void an_album_that_moves_after_its_words_is_said_with_them_in_the_other_chat() {
        second.then("zgr-1", new SendResult.Sent("z1"));
        for (int i = 0; i < 30; i++) {
            second.then("zgr-1", new SendResult.NotSent("bad gateway"));
        }
        List<Media.Kept> photos = Stream.of("1", "2")
                .map(id -> new Media.Kept(ZALO, Media.Kept.Form.PHOTO, id))
                .toList();
        OutgoingMessage message = OutgoingMessage.plain("Sơ đồ").withMedia(new Media.Album(photos));
        long notice = stores.notices().add("test", message, clock.instant());
        stores.notices().askForReceipts(notice, true);
        stores.deliveries()
                .enqueueAnnouncement(notice, List.of(telegram.id(), zalo.id()), Priority.NOTICE, clock.instant());
        passBoth(Duration.ofMinutes(12), Duration.ofSeconds(30));
        assertThat(second.saidTo("zgr-1").get(0)).contains("Sơ đồ");
        assertThat(channel.saidTo("-1")).first().asString().contains("Sơ đồ");
        assertThat(MigratedDatabase.texts(stores.database(), "SELECT external_id FROM delivery_part"))
                .isEmpty();
    }
}
