package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.SendResult.WindowClosed;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatTrouble;
import vn.loa.model.DeliveryState;
import vn.loa.model.SpeakingTimes;
import vn.loa.store.LedgerRow;
import vn.loa.store.StatisticsStore.Awaited;
import vn.loa.store.chat.InteractionStore;
import vn.loa.store.delivery.ChatDeliveries;

/** Messages that cannot go before a person writes wait for that, and go then as one digest. */
class WindowClosedTest extends DeliveryFixture {
    private static final WindowClosed CLOSED =
            new WindowClosed("error -230, the person has not written for 7 days", Duration.ofDays(1));

    private Chat silent() {
        Chat person = chat("1", ChatKind.PRIVATE);
        IntStream.range(0, 100).forEach(i -> channel.then("1", CLOSED));
        return person;
    }

    private InteractionStore.Heard writes(Chat person) {
        channel.clear("1");
        InteractionStore.Heard heard = stores.interactions().heard(person.address(), clock.instant(), clock.instant());
        clock.pass(Duration.ofSeconds(1));
        dispatcher.run();
        return heard;
    }

    @Test
    void news_wait_for_the_person_and_are_refused_once_a_day() {
        Chat person = silent();
        Chat other = chat("2", ChatKind.PRIVATE);
        IntStream.rangeClosed(1, 6).forEach(i -> announce("Tin " + i));
        pass(Duration.ofHours(20), Duration.ofMinutes(10));
        assertThat(channel.saidTo("1")).hasSize(1);
        assertThat(ledger(person)).allMatch(row -> row.state() == DeliveryState.QUEUED);
        assertThat(ledger(other)).allMatch(row -> row.state() == DeliveryState.SENT);
        assertThat(stores.statistics().awaited()).isEqualTo(new Awaited(1, 6));
        assertThat(stores.troubles().takeUntold(clock.instant()))
                .as("nobody is alarmed")
                .isEmpty();
    }

    @Test
    void a_person_who_writes_again_gets_what_waited_as_one_digest_the_newest_first() {
        Chat person = silent();
        IntStream.rangeClosed(1, 6).forEach(i -> {
            announce("Tin " + i);
            pass(Duration.ofHours(5), Duration.ofHours(1));
        });
        int before = channel.saidTo("1").size();
        assertThat(writes(person).waited()).isEqualTo(new ChatDeliveries.Awaited(6, 0, Optional.empty()));
        List<String> said =
                channel.saidTo("1").subList(before, channel.saidTo("1").size());
        assertThat(said).hasSize(1);
        assertThat(said.get(0)).containsSubsequence("Tin 6", "Tin 5", "Tin 4", "Tin 3", "Tin 2", "Tin 1");
        assertThat(ledger(person)).allMatch(row -> row.state() == DeliveryState.SENT);
        assertThat(stores.statistics().awaited()).isEqualTo(new Awaited(0, 0));
        announce("Tin 7");
        dispatcher.run();
        assertThat(channel.saidTo("1")).last().asString().contains("Tin 7");
    }

    @Test
    void a_digest_of_what_waited_tells_the_newest_first_also_after_a_pause() {
        Chat person = silent();
        IntStream.rangeClosed(1, 3).forEach(i -> {
            announce("Tin " + i);
            pass(Duration.ofHours(1), Duration.ofHours(1));
        });
        Instant end = clock.instant().plus(Duration.ofHours(2));
        stores.speaking().setByLoa(person.id(), SpeakingTimes.USUAL.withPauseUntil(Optional.of(end)), clock.instant());
        int before = channel.saidTo("1").size();
        writes(person);
        assertThat(channel.saidTo("1")).hasSize(before);
        pass(Duration.ofHours(14), Duration.ofMinutes(30));
        assertThat(channel.saidTo("1").subList(before, channel.saidTo("1").size()))
                .singleElement()
                .asString()
                .containsSubsequence("Tin 3", "Tin 2", "Tin 1");
    }

    @Test
    void what_waited_longer_than_a_week_is_given_up_with_its_reason() {
        Chat person = silent();
        IntStream.rangeClosed(1, 3).forEach(i -> announce("Tin cũ " + i));
        dispatcher.run();
        pass(Duration.ofDays(5), Duration.ofHours(6));
        announce("Tin mới hơn");
        pass(Duration.ofDays(3), Duration.ofHours(6));
        assertThat(ledger(person))
                .extracting(LedgerRow::state)
                .containsExactly(DeliveryState.DEAD, DeliveryState.DEAD, DeliveryState.DEAD, DeliveryState.QUEUED);
        assertThat(ledger(person).get(0).lastError()).contains("writ");
        assertThat(writes(person).waited()).isEqualTo(new ChatDeliveries.Awaited(1, 3, Optional.of(START)));
        assertThat(ledger(person))
                .extracting(LedgerRow::state)
                .containsExactly(DeliveryState.DEAD, DeliveryState.DEAD, DeliveryState.DEAD, DeliveryState.SENT);
    }

    @Test
    void a_pause_of_ten_days_is_no_waiting_for_the_person() {
        Chat person = silent();
        SpeakingTimes times = SpeakingTimes.USUAL;
        Instant end = clock.instant().plus(Duration.ofDays(10));
        stores.speaking().setByLoa(person.id(), times.withPauseUntil(Optional.of(end)), clock.instant());
        IntStream.rangeClosed(1, 3).forEach(i -> announce("Tin " + i));
        dispatcher.run();
        notice("Xác nhận", person);
        pass(Duration.ofDays(8), Duration.ofHours(6));
        writes(person);
        assertThat(ledger(person))
                .filteredOn(row -> row.state() == DeliveryState.QUEUED)
                .hasSize(3);
        pass(Duration.ofDays(3), Duration.ofHours(6));
        assertThat(ledger(person))
                .filteredOn(row -> row.state() == DeliveryState.SENT)
                .hasSize(3);
    }

    @Test
    void news_of_a_pause_that_has_ended_wait_a_week_from_its_end() {
        Chat person = silent();
        SpeakingTimes times = SpeakingTimes.USUAL;
        Instant end = clock.instant().plus(Duration.ofDays(10));
        stores.speaking().setByLoa(person.id(), times.withPauseUntil(Optional.of(end)), clock.instant());
        announce("Tin");
        pass(Duration.ofDays(11), Duration.ofHours(6));
        assertThat(ledger(person)).allMatch(row -> row.state() == DeliveryState.QUEUED);
        pass(Duration.ofDays(8), Duration.ofHours(6));
        assertThat(ledger(person)).allMatch(row -> row.state() == DeliveryState.DEAD);
    }

    @Test
    void a_word_that_comes_while_the_platform_is_asked_is_newer_than_its_answer() {
        Chat person = chat("1", ChatKind.PRIVATE);
        InteractionStore store = stores.interactions();
        Instant asked = clock.instant();
        Instant before = asked.minus(Duration.ofDays(30));
        store.mayAsk(person.address(), asked, asked);
        store.heard(person.address(), asked.plusSeconds(1), asked.plusSeconds(1));
        store.told(person.address(), before, asked);
        assertThat(store.find(person.address()).heardAt()).contains(asked.plusSeconds(1));
        store.told(person.address(), before, asked.plusSeconds(2));
        assertThat(store.find(person.address()).heardAt()).contains(asked.plusSeconds(1));
        store.told(person.address(), asked.plusSeconds(2), asked.plusSeconds(2));
        assertThat(store.find(person.address()).heardAt()).contains(asked.plusSeconds(2));
    }

    @Test
    void a_message_that_gets_through_lets_the_others_follow_as_one_digest() {
        Chat person = silent();
        IntStream.rangeClosed(1, 5).forEach(i -> announce("Tin " + i));
        dispatcher.run();
        channel.clear("1");
        int before = channel.saidTo("1").size();
        pass(Duration.ofHours(25), Duration.ofMinutes(30));
        assertThat(channel.saidTo("1").size() - before).isEqualTo(2);
        assertThat(ledger(person)).allMatch(row -> row.state() == DeliveryState.SENT);
    }

    @Test
    void an_urgent_message_waits_too_and_is_not_put_into_the_digest() {
        Chat person = silent();
        announce("Tin thường");
        announce("Tin khẩn", vn.loa.model.Priority.URGENT);
        notice("Thông báo của xã", person);
        dispatcher.run();
        int before = channel.saidTo("1").size();
        writes(person);
        pass(Duration.ofMinutes(1), Duration.ofSeconds(5));
        List<String> said =
                channel.saidTo("1").subList(before, channel.saidTo("1").size());
        assertThat(said).hasSize(3);
        assertThat(said.get(0)).contains("Tin khẩn");
    }

    @Test
    void a_restart_and_a_clock_set_back_keep_what_waits() {
        Chat person = silent();
        announce("Tin 1");
        announce("Tin 2");
        dispatcher.run();
        clock.pass(Duration.ofHours(-3));
        restart();
        dispatcher.run();
        assertThat(ledger(person)).allMatch(row -> row.state() == DeliveryState.QUEUED);
        assertThat(stores.troubles().find(person.address()).orElseThrow().kind())
                .isEqualTo(ChatTrouble.Kind.WINDOW_CLOSED);
        writes(person);
        assertThat(ledger(person)).allMatch(row -> row.state() == DeliveryState.SENT);
    }

    @Test
    void a_person_for_whom_nothing_waits_is_only_remembered() {
        Chat person = chat("1", ChatKind.PRIVATE);
        announce("Tin");
        assertThat(stores.interactions().heard(person.address(), clock.instant(), clock.instant()))
                .isEqualTo(new InteractionStore.Heard(true, ChatDeliveries.Awaited.NOTHING));
        assertThat(stores.interactions().heard(person.address(), clock.instant(), clock.instant()))
                .isEqualTo(new InteractionStore.Heard(false, ChatDeliveries.Awaited.NOTHING));
        dispatcher.run();
        assertThat(channel.saidTo("1")).hasSize(1);
    }

    @Test
    void erasing_a_chat_forgets_when_the_person_wrote() {
        Chat person = chat("1", ChatKind.PRIVATE);
        stores.interactions().heard(person.address(), clock.instant(), clock.instant());
        stores.personalData().erase(person, clock.instant());
        assertThat(stores.interactions().find(person.address())).isEqualTo(InteractionStore.Known.NOTHING);
    }
}
