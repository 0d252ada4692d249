package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.ScriptedMessenger.Said;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.Delivery;
import vn.loa.model.DeliveryState;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.model.QuietHours;
import vn.loa.model.RichText;
import vn.loa.model.SpeakingTimes;
import vn.loa.store.LedgerRow;

/** News wait for their chat's times, arrive together, and each digest is told once. It is Monday 9 March 2026, 6:00. */
class SpeakingTimesTest extends DeliveryFixture {
    private static final SpeakingTimes TWICE =
            SpeakingTimes.USUAL.withDigests(List.of(LocalTime.of(7, 0), LocalTime.of(16, 30)));
    private static final SpeakingTimes WORKING_DAYS = SpeakingTimes.USUAL.withWorkingDaysOnly(true);

    @BeforeEach
    void dawn() {
        set("2026-03-09T06:00");
    }

    @Test
    void what_comes_before_a_digests_time_waits_for_it_and_is_one_message() {
        Chat chat = chat("-1", TWICE);
        announceMany(1, 3);
        dispatcher.run();
        assertThat(channel.said()).isEmpty();
        assertThat(ledger(chat)).allMatch(status -> status.attempts() == 0);
        runAt("2026-03-09T06:59");
        assertThat(channel.said()).isEmpty();
        runAt("2026-03-09T07:00");
        assertThat(channel.saidTo("-1"))
                .containsExactly("Bản tin ngày 9/3/2026: 3 tin mới"
                        + "\n\n1. Tin 1\nCâu một.\nx.gov.vn · 9/3/2026 17:00 · Đọc toàn văn"
                        + "\n\n2. Tin 2\nCâu một.\nx.gov.vn · 9/3/2026 17:00 · Đọc toàn văn"
                        + "\n\n3. Tin 3\nCâu một.\nx.gov.vn · 9/3/2026 17:00 · Đọc toàn văn");
        assertThat(ledger(chat)).allSatisfy(status -> {
            assertThat(status.state()).isEqualTo(DeliveryState.SENT);
            assertThat(status.externalId()).contains("m1");
            assertThat(status.attempts()).isEqualTo(1);
        });
    }

    @Test
    void a_digest_has_bold_titles_and_a_link_for_each() {
        chat("-1", TWICE);
        announceMany(1, 2);
        runAt("2026-03-09T07:00");
        List<RichText.Span> spans = channel.said().get(0).message().text().spans();
        assertThat(spans)
                .filteredOn(span -> span.style() == RichText.Style.BOLD)
                .extracting(RichText.Span::text)
                .containsExactly("Bản tin ngày 9/3/2026: 2 tin mới", "Tin 1", "Tin 2");
        assertThat(spans).filteredOn(span -> span.link().isPresent()).hasSize(2);
    }

    @Test
    void a_digest_of_one_is_its_announcement() {
        chat("-1", TWICE);
        announce("Tin 1");
        runAt("2026-03-09T07:00");
        assertThat(channel.saidTo("-1")).hasSize(1).first().asString().startsWith("Tin 1\n");
    }

    @Test
    void what_comes_after_a_digest_waits_for_the_next() {
        chat("-1", TWICE);
        announceMany(1, 2);
        runAt("2026-03-09T07:00");
        announceMany(3, 4);
        runAt("2026-03-09T16:29");
        assertThat(channel.said()).hasSize(1);
        runAt("2026-03-09T16:30");
        assertThat(channel.said()).hasSize(2);
        assertThat(channel.said().get(1).text()).contains("1. Tin 3", "2. Tin 4");
    }

    @Test
    void what_comes_in_the_moments_before_a_digest_is_in_it() {
        chat("-1", TWICE);
        announceMany(1, 2);
        dispatcher.run();
        set("2026-03-09T06:59");
        announce("Tin 3");
        runAt("2026-03-09T07:00");
        assertThat(channel.said()).hasSize(1);
        assertThat(channel.said().get(0).text()).startsWith("Bản tin ngày 9/3/2026: 3 tin mới");
    }

    @Test
    void a_restart_before_and_after_a_digest_neither_loses_nor_repeats_it() {
        Chat chat = chat("-1", TWICE);
        announceMany(1, 2);
        dispatcher.run();
        restart();
        runAt("2026-03-09T07:00");
        restart();
        runAt("2026-03-09T07:01");
        assertThat(channel.said()).hasSize(1);
        assertThat(ledger(chat)).allMatch(status -> status.state() == DeliveryState.SENT);
    }

    @Test
    void digests_whose_times_passed_while_nothing_ran_come_as_one() {
        chat("-1", TWICE);
        announceMany(1, 2);
        dispatcher.run();
        set("2026-03-09T08:00");
        announceMany(3, 4);
        set("2026-03-09T18:00");
        restart();
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
        assertThat(channel.said().get(0).text()).startsWith("Bản tin ngày 9/3/2026: 4 tin mới");
    }

    @Test
    void what_was_accepted_for_a_digest_that_nobody_could_tell_is_all_in_it() {
        chat("-1", TWICE);
        announceMany(1, 5);
        runAt("2026-03-09T07:10");
        announce("Tin 6");
        runAt("2026-03-09T07:11");
        assertThat(channel.said()).hasSize(1);
        assertThat(channel.said().get(0).text()).startsWith("Bản tin ngày 9/3/2026: 5 tin mới");
    }

    @Test
    void a_clock_put_back_repeats_no_digest_and_delays_what_comes_to_the_next_one() {
        chat("-1", TWICE);
        announceMany(1, 2);
        runAt("2026-03-09T07:05");
        set("2026-03-09T06:30");
        announceMany(3, 4);
        dispatcher.run();
        runAt("2026-03-09T07:00");
        restart();
        runAt("2026-03-09T07:05");
        assertThat(channel.said()).hasSize(1);
        runAt("2026-03-09T16:30");
        assertThat(channel.said()).hasSize(2);
    }

    @Test
    void a_clock_that_ran_ahead_and_is_put_right_holds_nothing_back() {
        chat("-1", TWICE);
        set("2038-01-19T06:00");
        announceMany(1, 2);
        dispatcher.run();
        set("2026-03-09T06:10");
        dispatcher.run();
        assertThat(channel.said()).isEmpty();
        runAt("2026-03-09T07:00");
        assertThat(channel.said()).hasSize(1);
        announceMany(3, 4);
        runAt("2026-03-09T16:30");
        assertThat(channel.said()).hasSize(2);
    }

    @Test
    void a_weekend_that_the_clock_only_dreamt_of_holds_nothing_back() {
        chat("-1", WORKING_DAYS);
        set("2026-03-14T10:00");
        announceMany(1, 2);
        dispatcher.run();
        runAt("2026-03-09T10:00");
        assertThat(channel.said()).hasSize(1);
    }

    @Test
    void a_digest_that_failed_stays_one_when_it_is_tried_again() {
        Chat chat = chat("-1", TWICE);
        channel.then("-1", new SendResult.Unknown("502"));
        announceMany(1, 5);
        runAt("2026-03-09T07:00");
        pass(Duration.ofMinutes(10), Duration.ofSeconds(10));
        assertThat(channel.said())
                .hasSize(2)
                .extracting(Said::text)
                .containsOnly(channel.said().get(0).text());
        assertThat(ledger(chat)).allMatch(status -> status.state() == DeliveryState.SENT && status.unconfirmed() == 1);
    }

    @Test
    void a_digest_that_was_under_way_at_a_kill_is_told_once_more_and_whole() {
        Chat chat = chat("-1", TWICE);
        announceMany(1, 3);
        dispatcher.run();
        set("2026-03-09T07:00");
        Delivery head = stores.deliveries()
                .claim(ScriptedMessenger.BOT, 1, clock.instant(), Duration.ofMinutes(2))
                .get(0);
        stores.digests().claim(head, clock.instant(), Duration.ofMinutes(2));
        stores.deliveries().reclaimAll(clock.instant(), Duration.ofSeconds(10));
        restart();
        runAt("2026-03-09T07:01");
        assertThat(channel.saidTo("-1")).hasSize(1).first().asString().startsWith("Bản tin ngày 9/3/2026: 3 tin mới");
        assertThat(ledger(chat)).allMatch(status -> status.state() == DeliveryState.SENT);
    }

    @Test
    void when_a_digest_is_refused_each_is_tried_alone() {
        Chat chat = chat("-1", TWICE);
        channel.then("-1", new SendResult.Rejected("something in it"));
        announceMany(1, 3);
        runAt("2026-03-09T07:00");
        runAt("2026-03-09T07:01");
        assertThat(channel.said()).hasSize(4);
        assertThat(ledger(chat)).allMatch(status -> status.state() == DeliveryState.SENT);
    }

    @Test
    void a_digest_that_fails_time_and_again_is_taken_apart_and_holds_nothing_else_back() {
        Chat chat = chat("-1", TWICE);
        for (int i = 0; i < 40; i++) {
            SendResult taken = new SendResult.Sent("n" + i);
            channel.then("-1", said -> said.text().contains("Tin 2") ? new SendResult.NotSent("error -200") : taken);
        }
        announceMany(1, 3);
        runAt("2026-03-09T07:00");
        pass(Duration.ofHours(3), Duration.ofMinutes(1));
        assertThat(ledger(chat))
                .extracting(LedgerRow::state)
                .containsExactlyInAnyOrder(DeliveryState.SENT, DeliveryState.SENT, DeliveryState.QUEUED);
        assertThat(ledger(chat))
                .filteredOn(status -> status.state() == DeliveryState.QUEUED)
                .singleElement()
                .satisfies(status -> assertThat(status.attempts()).isGreaterThan(7));
    }

    @Test
    void a_digest_that_fails_through_half_an_hour_stays_whole() {
        Chat chat = chat("-1", TWICE);
        for (int i = 0; i < 24; i++) {
            channel.then("-1", new SendResult.NotSent("Internal server error"));
        }
        announceMany(1, 3);
        runAt("2026-03-09T07:00");
        pass(Duration.ofHours(1), Duration.ofSeconds(30));
        assertThat(channel.said())
                .hasSize(25)
                .allSatisfy(said -> assertThat(said.text()).contains("3 tin mới"));
        assertThat(ledger(chat)).allMatch(status -> status.state() == DeliveryState.SENT);
    }

    @Test
    void a_long_digest_tells_so_many_and_counts_the_others_and_all_are_settled() {
        Chat chat = chat("-1", TWICE);
        announceMany(1, 25);
        runAt("2026-03-09T07:00");
        assertThat(channel.saidTo("-1")).hasSize(1);
        assertThat(channel.saidTo("-1").get(0))
                .startsWith("Bản tin ngày 9/3/2026: 25 tin mới")
                .contains("\n\n10. Tin 10\n")
                .doesNotContain("Tin 11")
                .endsWith("\n\nvà 15 tin khác: /tinmoi");
        assertThat(ledger(chat))
                .hasSize(25)
                .allMatch(status ->
                        status.externalId().equals(Optional.of("m1")) && status.state() == DeliveryState.SENT);
    }

    @Test
    void what_does_not_fit_goes_into_another_message_and_no_item_is_cut() {
        use(new ScriptedMessenger(new Capabilities(400, 0, false, true, false, true, Capabilities.Rates.UNLIMITED)));
        Chat chat = chat("-1", TWICE);
        announceMany(1, 25);
        runAt("2026-03-09T07:00");
        List<String> messages = channel.saidTo("-1");
        assertThat(messages).hasSizeBetween(2, 4).allMatch(text -> text.length() <= 400);
        assertThat(messages.get(0)).startsWith("Bản tin ngày 9/3/2026: 25 tin mới\n");
        assertThat(messages.get(1)).startsWith("Bản tin ngày 9/3/2026: 25 tin mới (tiếp theo)\n");
        assertThat(messages.get(messages.size() - 1)).endsWith("và 15 tin khác: /tinmoi");
        List<String> titles = String.join("\n", messages)
                .lines()
                .filter(line -> line.matches("\\d+\\. Tin \\d+"))
                .toList();
        assertThat(titles).hasSize(10).first().isEqualTo("1. Tin 1");
        assertThat(titles).last().isEqualTo("10. Tin 10");
        assertThat(ledger(chat)).hasSize(25).allMatch(status -> status.state() == DeliveryState.SENT);
    }

    /** Each message of a digest is made anew as it was, but for the mark. */
    @Test
    void an_edited_article_changes_just_its_own_item_in_the_digest_that_told_it() {
        use(new ScriptedMessenger(new Capabilities(440, 0, false, true, false, true, Capabilities.Rates.UNLIMITED)));
        Chat chat = chat("-1", TWICE);
        announceMany(1, 25);
        runAt("2026-03-09T07:00");
        List<String> before = channel.saidTo("-1");
        assertThat(before).hasSizeGreaterThan(1);
        for (int i = 0; i < before.size(); i++) {
            String message = "m" + (i + 1);
            sql("INSERT INTO article_edit SELECT MIN(article_id), 2, " + clock.millis() + ", 'TEXT' FROM delivery"
                    + " WHERE message_id = (SELECT id FROM message WHERE external_id = '" + message + "')");
            sql("UPDATE message SET correction_due = 1 WHERE external_id = '" + message + "'");
        }
        corrector().run();
        List<String> after = channel.saidTo("-1").subList(before.size(), 2 * before.size());
        assertThat(after).allMatch(text -> text.contains(" (đã cập nhật 07:00)"));
        assertThat(after)
                .extracting(text -> text.replace(" (đã cập nhật 07:00)", ""))
                .isEqualTo(before);
        assertThat(ledger(chat)).hasSize(25);
    }

    @Test
    void an_article_withdrawn_before_its_digest_is_not_in_it() {
        Chat chat = chat("-1", TWICE);
        announceMany(1, 3);
        dispatcher.run();
        sql("UPDATE article SET withdrawn = 1 WHERE title = 'Tin 2'");
        runAt("2026-03-09T07:00");
        assertThat(channel.saidTo("-1").get(0)).contains("1. Tin 1", "2. Tin 3").doesNotContain("Tin 2");
        assertThat(ledger(chat))
                .filteredOn(status -> status.state() == DeliveryState.DEAD)
                .hasSize(1);
    }

    @Test
    void an_article_that_cannot_be_read_does_not_hold_up_the_others() {
        Chat chat = chat("-1", TWICE);
        announceMany(1, 3);
        dispatcher.run();
        sql("UPDATE article SET sentences = 'not JSON' WHERE title = 'Tin 2'");
        runAt("2026-03-09T07:00");
        assertThat(channel.saidTo("-1").get(0)).contains("1. Tin 1", "2. Tin 3");
        assertThat(ledger(chat))
                .filteredOn(status -> status.state() == DeliveryState.SENT)
                .hasSize(2);
    }

    @Test
    void what_is_urgent_and_notices_never_wait() {
        Chat chat = chat("-1", TWICE.withPauseUntil(Optional.of(at("2026-03-20T00:00"))));
        announce("Khẩn", Priority.URGENT);
        notice("Về nguồn tin", chat);
        dispatcher.run();
        assertThat(channel.saidTo("-1")).hasSize(2);
    }

    @Test
    void in_the_usual_quiet_hours_news_come_at_once_without_a_sound() {
        chat("-1");
        set("2026-03-09T22:00");
        announce("Tin 1");
        announce("Khẩn", Priority.URGENT);
        dispatcher.run();
        set("2026-03-10T06:00");
        announce("Tin 2");
        dispatcher.run();
        assertThat(channel.said())
                .extracting(said -> said.text().lines().findFirst().orElse("")
                        + said.message().muted())
                .containsExactly("Khẩnfalse", "Tin 1true", "Tin 2false");
    }

    @Test
    void news_of_held_hours_come_at_their_end_in_one_message_with_a_sound() {
        chat("-1", SpeakingTimes.USUAL.withQuiet(Optional.of(quiet.withMode(QuietHours.Mode.HELD))));
        set("2026-03-09T23:00");
        announceMany(1, 12);
        dispatcher.run();
        runAt("2026-03-10T05:59");
        assertThat(channel.said()).isEmpty();
        runAt("2026-03-10T06:00");
        assertThat(channel.said()).hasSize(1);
        assertThat(channel.said().get(0).text()).startsWith("Bản tin ngày 10/3/2026: 12 tin mới");
        assertThat(channel.said().get(0).message().muted()).isFalse();
    }

    @Test
    void where_nothing_can_be_silent_news_of_silent_hours_are_held_and_what_is_urgent_is_not() {
        use(new ScriptedMessenger(new Capabilities(4096, 0, false, false, false, false, Capabilities.Rates.UNLIMITED)));
        chat("-1");
        set("2026-03-09T23:00");
        announceMany(1, 2);
        dispatcher.run();
        assertThat(channel.saidTo("-1")).isEmpty();
        runAt("2026-03-10T06:00");
        assertThat(channel.saidTo("-1"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("Tin 1", "Tin 2"));
    }

    @Test
    void held_hours_also_hold_what_an_outage_kept_until_then() {
        quiet = quiet.withMode(QuietHours.Mode.HELD);
        restart();
        chat("-1");
        channel.then("-1", new SendResult.RetryAfter(Duration.ofMinutes(30), SendResult.RetryAfter.Scope.CHAT));
        set("2026-03-09T21:15");
        announce("Tin 1");
        dispatcher.run();
        runAt("2026-03-09T21:50");
        assertThat(channel.said()).hasSize(1);
        runAt("2026-03-10T06:00");
        assertThat(channel.said()).hasSize(2);
    }

    @Test
    void what_was_held_for_long_gets_its_tries_like_anything_new() {
        Chat chat = chat("-1", SpeakingTimes.USUAL.withPauseUntil(Optional.of(at("2026-03-20T08:00"))));
        channel.then("-1", new SendResult.WriteForbidden("not enough rights"));
        announceMany(1, 2);
        dispatcher.run();
        runAt("2026-03-20T08:00");
        runAt("2026-03-21T08:00");
        assertThat(ledger(chat)).extracting(LedgerRow::state).containsOnly(DeliveryState.SENT);
    }

    @Test
    void after_a_weekend_and_after_a_pause_the_news_come_as_one_message() {
        chat("-1", WORKING_DAYS);
        chat("-2", SpeakingTimes.USUAL.withPauseUntil(Optional.of(at("2026-03-16T00:00"))));
        set("2026-03-14T10:00");
        announceMany(1, 4);
        dispatcher.run();
        runAt("2026-03-15T18:00");
        assertThat(channel.said()).isEmpty();
        runAt("2026-03-16T06:00");
        assertThat(channel.saidTo("-1")).hasSize(1);
        assertThat(channel.saidTo("-2")).isEqualTo(channel.saidTo("-1"));
    }

    @Test
    void a_change_of_the_times_moves_what_waits() {
        Chat chat = chat("-1", TWICE);
        announceMany(1, 3);
        dispatcher.run();
        change(chat, SpeakingTimes.USUAL.withDigests(List.of(LocalTime.of(9, 0))));
        runAt("2026-03-09T08:00");
        assertThat(channel.said()).isEmpty();
        restart();
        runAt("2026-03-09T09:00");
        assertThat(channel.said()).hasSize(1);
    }

    @Test
    void digest_times_that_have_passed_today_mean_tomorrow_also_for_what_waited_before() {
        Chat chat = chat("-1", TWICE);
        set("2026-03-09T08:00");
        announceMany(1, 3);
        dispatcher.run();
        set("2026-03-09T10:00");
        change(chat, SpeakingTimes.USUAL.withDigests(List.of(LocalTime.of(9, 0))));
        restart();
        dispatcher.run();
        assertThat(channel.said()).isEmpty();
        runAt("2026-03-10T09:00");
        assertThat(channel.said()).hasSize(1);
    }

    @Test
    void a_change_to_at_once_lets_what_waits_go_now_and_together() {
        Chat chat = chat("-1", TWICE);
        announceMany(1, 3);
        dispatcher.run();
        change(chat, SpeakingTimes.USUAL);
        dispatcher.run();
        assertThat(channel.said()).hasSize(1);
        announce("Tin 4");
        dispatcher.run();
        assertThat(channel.said().get(1).text()).startsWith("Tin 4\n");
    }

    @Test
    void a_change_leaves_a_digest_whose_time_has_come_to_its_next_try() {
        Chat chat = chat("-1", TWICE);
        channel.then("-1", new SendResult.Unknown("502"));
        announceMany(1, 3);
        runAt("2026-03-09T07:00");
        change(chat, TWICE.withWorkingDaysOnly(true));
        pass(Duration.ofMinutes(10), Duration.ofSeconds(10));
        assertThat(channel.said()).hasSize(2);
    }

    @Test
    void a_pause_holds_also_what_waits_for_its_next_try() {
        Chat chat = chat("-1", TWICE);
        channel.then("-1", new SendResult.Unknown("502"));
        announceMany(1, 3);
        runAt("2026-03-09T07:00");
        change(chat, TWICE.withPauseUntil(Optional.of(at("2026-03-11T00:00"))));
        runAt("2026-03-10T17:00");
        assertThat(channel.said()).hasSize(1);
        runAt("2026-03-11T07:00");
        assertThat(channel.said()).hasSize(2);
    }

    @Test
    void chats_keep_their_own_times() {
        chat("-1", TWICE);
        chat("-2");
        chat("7", ChatKind.PRIVATE);
        announceMany(1, 2);
        dispatcher.run();
        assertThat(channel.said())
                .extracting(said -> said.to().chatId())
                .containsOnly("-2", "7")
                .hasSize(4);
        runAt("2026-03-09T07:00");
        assertThat(channel.saidTo("-1")).hasSize(1);
    }

    @Test
    void many_chats_that_wait_cost_nothing_while_they_wait() {
        for (int i = 1; i <= 60; i++) {
            chat("-" + i, TWICE);
        }
        announceMany(1, 3);
        dispatcher.run();
        assertThat(stores.digests().held(clock.instant())).isEqualTo(180);
        assertThat(stores.deliveries().claim(ScriptedMessenger.BOT, 100, clock.instant(), Duration.ofMinutes(1)))
                .isEmpty();
        runAt("2026-03-09T07:00");
        assertThat(channel.said()).hasSize(60);
    }

    private Chat chat(String id, SpeakingTimes times) {
        Chat chat = chat(id);
        stores.speaking().set(chat.id(), times, new PersonId(Platform.TELEGRAM, "7"), clock.instant());
        return chat;
    }

    /** As the command does it. */
    private void change(Chat chat, SpeakingTimes times) {
        stores.speaking().set(chat.id(), times, new PersonId(Platform.TELEGRAM, "7"), clock.instant());
        var calendar = vn.loa.model.SpeakingCalendar.of(times, quiet, ZONE);
        stores.digests().reschedule(chat.id(), calendar.next(clock.instant(), slot -> false), clock.instant());
    }

    private void announceMany(int first, int last) {
        for (int i = first; i <= last; i++) {
            announce("Tin " + i);
        }
    }

    private void runAt(String civil) {
        set(civil);
        dispatcher.run();
    }

    private void set(String civil) {
        clock.set(at(civil));
    }

    private static Instant at(String civil) {
        return LocalDateTime.parse(civil).atZone(ZONE).toInstant();
    }
}
