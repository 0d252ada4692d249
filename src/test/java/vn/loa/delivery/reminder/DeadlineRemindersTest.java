package vn.loa.delivery.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.app.Storage;
import vn.loa.command.document.DeadlinesCommand;
import vn.loa.document.OfficialArticles;
import vn.loa.document.deadline.Deadline;
import vn.loa.document.deadline.Recurrence;
import vn.loa.model.Article;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.Delivery;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.model.Subscription;
import vn.loa.model.Unit;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.document.ArticleDocuments;
import vn.loa.store.document.SetDeadline;

class DeadlineRemindersTest {
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PersonId PERSON = new PersonId(Platform.TELEGRAM, "7");

    @TempDir
    private Path folder;

    private boolean costly;
    private Instant now = at("2026-11-10T09:00");
    private Database database;
    private Storage stores;
    private Article article;
    private Chat chat;

    @BeforeEach
    void open() {
        database = MigratedDatabase.open(folder);
        stores = Storage.of(database);
        chat = stores.chats().meet(ChatAddress.of(BOT, "-1"), ChatKind.GROUP, "", ChatState.ACTIVE, now);
        stores.subscriptions().add(new Subscription(chat.id(), Subscription.Kind.SOURCE, "xa", "xa"), PERSON, now);
        article = stores.articles().add(OfficialArticles.article("xa", 1, "Báo cáo quý", "Tin."), now);
        stores.deliveries().enqueueArticle(article.id(), Priority.ORDINARY, now);
        stores.deliveries()
                .claim(BOT, 10, now, Duration.ofMinutes(1))
                .forEach(each -> stores.deliveries().sent(each, "m" + each.id(), 1, now));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static final DeadlineReminders.Words WORDS =
            new DeadlineReminders.Words(Phrases.vietnamese(), ZONE, DeadlinesCommand::doneButton);

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static Deadline due(String day, Recurrence recurrence) {
        return new Deadline(
                LocalDate.parse(day), Optional.of(LocalTime.of(16, 30)), recurrence, "Gửi báo cáo", "UBND xã", "");
    }

    private void set(Deadline... deadlines) {
        stores.documents().keep(article, new ArticleDocuments(List.of(), List.of(deadlines)), now);
    }

    private SetDeadline first() {
        return stores.reminders()
                .upcoming(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31))
                .get(0);
    }

    /** Goes to a time; returns how many messages the reminders make then, by a program that was just started. */
    private int at(String local, boolean reminded) {
        now = at(local);
        Storage restarted = Storage.of(database);
        int entered = new DeadlineReminders(
                        database,
                        restarted.reminders(),
                        restarted.notices(),
                        restarted.deliveries(),
                        WORDS,
                        new DeadlineReminders.Sparing(
                                bot -> costly, new DigestReminders(restarted.reminders(), restarted.digests(), WORDS)),
                        () -> now)
                .enter();
        assertThat(entered).as(local).isEqualTo(reminded ? 1 : 0);
        return entered;
    }

    private OutgoingMessage claimed() {
        List<Delivery> claimed = stores.deliveries().claim(BOT, 10, now, Duration.ofMinutes(1));
        assertThat(claimed).hasSize(1);
        return stores.notices().message(claimed.get(0).noticeId().orElseThrow());
    }

    @Test
    void a_chat_is_reminded_three_days_before_the_day_before_and_that_morning_each_once() {
        set(due("2026-11-20", Recurrence.NONE));
        at("2026-11-17T07:29", false);
        at("2026-11-17T07:30", true);
        at("2026-11-17T07:31", false);
        at("2026-11-18T12:00", false);
        at("2026-11-19T07:30", true);
        at("2026-11-20T07:30", true);
        at("2026-11-20T16:29", false);
        at("2026-11-20T16:30", false);
    }

    @Test
    void chats_of_a_unit_that_hears_once_are_reminded_once_in_all() {
        Chat other = stores.chats().meet(ChatAddress.of(BOT, "-2"), ChatKind.GROUP, "", ChatState.ACTIVE, now);
        stores.subscriptions().add(new Subscription(other.id(), Subscription.Kind.SOURCE, "xa", "xa"), PERSON, now);
        stores.deliveries().enqueueArticle(article.id(), Priority.ORDINARY, now);
        stores.deliveries()
                .claim(BOT, 10, now, Duration.ofMinutes(1))
                .forEach(each -> stores.deliveries().sent(each, "m" + each.id(), 1, now));
        long unit = stores.units().add(OptionalLong.empty(), new Unit.Name("thôn", LocalDate.MIN, LocalDate.MAX));
        stores.units().assign(chat.id(), OptionalLong.of(unit));
        stores.units().assign(other.id(), OptionalLong.of(unit));
        stores.failovers().set(unit, List.of(Platform.TELEGRAM), Duration.ofMinutes(10), now);
        set(due("2026-11-20", Recurrence.NONE));
        at("2026-11-17T07:30", true);
        claimed();
        at("2026-11-17T07:31", false);
        // As if it had been reminded before it came into the unit.
        stores.database()
                .<Integer>write(handle -> handle.execute(
                        "UPDATE deadline_reminder SET chat_id = ? WHERE chat_id = ?", other.id(), chat.id()));
        at("2026-11-17T07:32", false);
    }

    @Test
    void where_messages_cost_one_reminder_has_to_do() {
        costly = true;
        set(due("2026-11-20", Recurrence.NONE));
        at("2026-11-17T08:00", false);
        at("2026-11-19T08:00", true);
        at("2026-11-20T08:00", false);
    }

    @Test
    void where_messages_cost_what_came_late_is_told_that_morning() {
        costly = true;
        set(due("2026-11-11", Recurrence.NONE));
        at("2026-11-10T10:00", false);
        at("2026-11-11T07:30", true);
    }

    @Test
    void a_clock_that_jumps_repeats_no_reminder() {
        set(due("2026-11-20", Recurrence.NONE));
        at("2026-11-17T08:00", true);
        at("2026-11-16T08:00", false);
        at("2026-11-17T08:00", false);
        at("2026-11-19T08:00", true);
        at("2026-11-17T09:00", false);
        at("2026-11-19T08:00", false);
    }

    @Test
    void what_was_missed_is_made_up_for_once_and_not_after_the_end() {
        set(due("2026-11-20", Recurrence.NONE));
        at("2026-11-19T20:00", true);
        at("2026-11-20T06:00", false);
        at("2026-11-21T08:00", false);
    }

    @Test
    void what_is_announced_after_a_reminder_s_time_waits_for_the_next() {
        set(due("2026-11-12", Recurrence.NONE));
        at("2026-11-10T09:01", false);
        at("2026-11-11T07:30", true);
    }

    @Test
    void a_reminder_tells_what_is_due_and_has_a_button() {
        set(due("2026-11-20", Recurrence.NONE));
        at("2026-11-19T08:00", true);
        OutgoingMessage message = claimed();
        assertThat(message.text().text())
                .contains("16:30 20/11 – gửi báo cáo về UBND xã (còn 1 ngày)", "Báo cáo quý", "/han");
        assertThat(message.buttons().get(0).get(0)).isInstanceOf(Button.Action.class);
    }

    @Test
    void two_deadlines_of_a_morning_are_one_message() {
        set(
                due("2026-11-20", Recurrence.NONE),
                new Deadline(LocalDate.of(2026, 11, 20), Optional.empty(), Recurrence.NONE, "Nộp danh sách", "", ""));
        at("2026-11-19T08:00", true);
        assertThat(claimed().buttons()).hasSize(2);
    }

    @Test
    void a_chat_that_has_said_that_it_is_done_is_not_reminded_even_when_the_day_is_corrected() {
        set(due("2026-11-20", Recurrence.NONE));
        assertThat(stores.reminders().done(first(), chat.id(), LocalDate.of(2026, 11, 20), PERSON, "A", now))
                .isTrue();
        at("2026-11-19T08:00", false);
        set(due("2026-11-25", Recurrence.NONE));
        at("2026-11-24T08:00", false);
    }

    private Delivery waiting(String digestAt) {
        Article other = stores.articles().add(OfficialArticles.article("xa", 2, "Tin khác", "Tin."), now);
        stores.deliveries().enqueueArticle(other.id(), Priority.ORDINARY, now);
        Delivery delivery =
                stores.deliveries().claim(BOT, 10, now, Duration.ofMinutes(1)).get(0);
        stores.digests().postpone(delivery, at(digestAt));
        return delivery;
    }

    @Test
    void where_messages_cost_a_digest_that_waits_reminds_in_place_of_a_message() {
        costly = true;
        set(due("2026-11-20", Recurrence.NONE));
        now = at("2026-11-18T20:00");
        waiting("2026-11-19T17:00");
        at("2026-11-19T07:30", false);
        now = at("2026-11-19T17:00");
        assertThat(new DigestReminders(stores.reminders(), stores.digests(), WORDS)
                        .of(chat.id(), 1000, now)
                        .text())
                .contains("Nhắc việc sắp đến hạn", "16:30 20/11", "còn 1 ngày");
        Delivery head =
                stores.deliveries().claim(BOT, 10, now, Duration.ofMinutes(1)).get(0);
        stores.digests()
                .claim(head, now, Duration.ofMinutes(1))
                .deliveries()
                .forEach(each -> stores.deliveries().sent(each, "d", 1, now));
        at("2026-11-19T17:01", false);
        at("2026-11-20T07:30", false);
    }

    @Test
    void where_messages_cost_a_digest_that_comes_too_late_does_not_hold_up_the_reminder() {
        costly = true;
        set(due("2026-11-20", Recurrence.NONE));
        now = at("2026-11-18T20:00");
        waiting("2026-11-20T17:00");
        at("2026-11-19T07:30", true);
    }

    @Test
    void digests_tell_nothing_of_what_is_far_over_or_done() {
        DigestReminders notes = new DigestReminders(stores.reminders(), stores.digests(), WORDS);
        set(due("2026-11-20", Recurrence.NONE));
        assertThat(notes.of(chat.id(), 1000, at("2026-11-16T17:00")).text()).isEmpty();
        assertThat(notes.of(chat.id(), 1000, at("2026-11-17T17:00")).text()).contains("còn 3 ngày");
        assertThat(notes.of(chat.id(), 1000, at("2026-11-20T16:00")).text()).contains("hôm nay");
        assertThat(notes.of(chat.id(), 1000, at("2026-11-20T16:30")).text()).isEmpty();
        stores.reminders().done(first(), chat.id(), LocalDate.of(2026, 11, 20), PERSON, "A", now);
        assertThat(notes.of(chat.id(), 1000, at("2026-11-17T17:00")).text()).isEmpty();
    }

    @Test
    void a_corrected_deadline_moves_its_reminders() {
        set(due("2026-11-20", Recurrence.NONE));
        at("2026-11-17T08:00", true);
        set(due("2026-11-25", Recurrence.NONE));
        at("2026-11-19T08:00", false);
        at("2026-11-22T08:00", true);
    }

    @Test
    void a_deadline_that_is_gone_is_not_reminded_of() {
        set(due("2026-11-20", Recurrence.NONE));
        set();
        at("2026-11-19T08:00", false);
    }

    @Test
    void a_withdrawn_article_reminds_of_nothing() {
        set(due("2026-11-20", Recurrence.NONE));
        stores.articles().withdraw(article.id());
        at("2026-11-19T08:00", false);
    }

    @Test
    void a_recurring_deadline_is_done_for_one_day_only() {
        set(due("2026-11-20", Recurrence.MONTHLY));
        stores.reminders().done(first(), chat.id(), LocalDate.of(2026, 11, 20), PERSON, "A", now);
        at("2026-11-19T08:00", false);
        at("2026-12-19T08:00", true);
        at("2026-12-19T08:01", false);
    }

    @Test
    void only_chats_that_were_told_are_reminded() {
        stores.chats().meet(ChatAddress.of(BOT, "-2"), ChatKind.GROUP, "", ChatState.ACTIVE, now);
        set(due("2026-11-20", Recurrence.NONE));
        assertThat(stores.reminders().told(first())).hasSize(1);
    }
}
