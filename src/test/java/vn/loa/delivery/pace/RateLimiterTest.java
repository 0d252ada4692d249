package vn.loa.delivery.pace;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.ScriptedMessenger;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.model.ChatAddress;

class RateLimiterTest {
    private static final Rates TELEGRAM = new Rates(30, 1, 20);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final int SENDERS = 8;

    private long now = -5 * SECOND;
    private RateLimiter pacer = new RateLimiter(TELEGRAM, () -> now);

    /** The chats that take memory, which no caller can see. */
    private MapAssert<Object, Object> remembered() {
        return assertThat(pacer).extracting("chats", as(MAP));
    }

    @Test
    void without_limits_nothing_waits_and_nothing_is_remembered() {
        pacer = new RateLimiter(Rates.UNLIMITED, () -> now);
        for (int i = 0; i < 1_000; i++) {
            assertThat(pacer.broadcast(chat(1), true)).isInstanceOf(Permit.Granted.class);
        }
        remembered().isEmpty();
    }

    @Test
    void a_chat_gets_two_messages_at_once_and_then_one_a_second() {
        assertThat(sendUntil(chat(1), false, 10 * SECOND)).hasSize(2 + 9).satisfies(times -> {
            assertThat(times.get(1) - times.get(0)).isLessThan(SECOND / 10);
            for (int i = 2; i < times.size(); i++) {
                assertThat(times.get(i) - times.get(i - 1)).isGreaterThanOrEqualTo(SECOND - SECOND / 10);
            }
        });
    }

    @Test
    void a_group_gets_no_more_than_twenty_messages_in_any_minute() {
        List<Long> times = sendUntil(chat(1), true, 300 * SECOND);
        assertThat(mostWithin(times, 60 * SECOND)).isEqualTo(20);
        assertThat(times).hasSizeGreaterThanOrEqualTo(98);
    }

    @Test
    void a_group_goes_on_with_the_minute_of_whoever_ran_the_bot_before() {
        pacer.remember(chat(1).chatId(), 18);
        pacer.remember(chat(2).chatId(), 500);
        assertThat(pacer.room(chat(1), true)).isEqualTo(2);
        take(chat(1), true);
        take(chat(1), true);
        now += 30 * SECOND;
        assertThat(pacer.broadcast(chat(1), true)).isInstanceOf(Permit.Later.class);
        assertThat(pacer.broadcast(chat(2), true)).isInstanceOf(Permit.Later.class);
        now += 31 * SECOND;
        assertThat(pacer.broadcast(chat(1), true)).isInstanceOf(Permit.Granted.class);
        assertThat(pacer.broadcast(chat(2), true)).isInstanceOf(Permit.Granted.class);
    }

    @Test
    void a_groups_topics_share_its_limit() {
        ChatAddress topic = new ChatAddress(chat(1).bot(), chat(1).chatId(), "5");
        take(chat(1), true);
        take(chat(1), true);
        assertThat(pacer.broadcast(topic, true)).isInstanceOf(Permit.Later.class);
        assertThat(pacer.room(topic, true)).isEqualTo(18);
    }

    @Test
    void a_group_that_waits_delays_no_other_chat() {
        take(chat(1), true);
        take(chat(1), true);
        Permit turn = pacer.broadcast(chat(1), true);
        assertThat(turn).isInstanceOfSatisfying(Permit.Later.class, later -> {
            assertThat(later.scope()).isEqualTo(Permit.Scope.CHAT);
            assertThat(later.pause()).isBetween(Duration.ofMillis(900), Duration.ofMillis(1000));
        });
        assertThat(pacer.broadcast(chat(2), true)).isInstanceOf(Permit.Granted.class);
    }

    @Test
    void a_broadcast_takes_as_long_as_the_limit_demands_and_is_never_refused() {
        assertBroadcast(3_000, i -> 2 * MILLI, 1.01);
    }

    @Test
    void a_far_platform_costs_hardly_any_speed() {
        assertBroadcast(3_000, i -> 150 * MILLI, 1.03);
    }

    @Test
    void a_cold_start_and_pauses_of_the_machine_cause_no_refusal() {
        assertBroadcast(3_000, i -> i < SENDERS ? 400 * MILLI : i % 97 == 0 ? 80 * MILLI : 2 * MILLI, 1.02);
    }

    @Test
    void an_unsteady_way_to_the_platform_causes_no_refusal() {
        Random random = new Random(7);
        assertBroadcast(3_000, i -> (20 + random.nextInt(60)) * MILLI, 1.06);
    }

    @Test
    void an_answer_takes_the_next_turn_before_all_broadcasts() {
        while (pacer.broadcast(chat(now), false) instanceof Permit.Granted) {
            now++;
        }
        Permit turn = pacer.answer(chat(1), false);
        assertThat(turn).isInstanceOf(Permit.Later.class);
        Duration pause = ((Permit.Later) turn).pause();
        assertThat(pause).isLessThan(Duration.ofMillis(50));
        now += pause.toNanos();
        assertThat(pacer.broadcast(chat(2), false)).isInstanceOf(Permit.Later.class);
        assertThat(pacer.answer(chat(1), false)).isInstanceOf(Permit.Granted.class);
    }

    @Test
    void a_turn_that_no_answer_came_back_for_goes_to_the_broadcasts() {
        while (pacer.broadcast(chat(now), false) instanceof Permit.Granted) {
            now++;
        }
        pacer.answer(chat(1), false);
        now += 100 * MILLI;
        assertThat(pacer.broadcast(chat(2), false)).isInstanceOf(Permit.Granted.class);
    }

    @Test
    void an_answer_goes_before_the_broadcasts_of_its_own_chat() {
        take(chat(1), false);
        take(chat(1), false);
        Duration pause = ((Permit.Later) pacer.answer(chat(1), false)).pause();
        now += pause.toNanos();
        assertThat(pacer.broadcast(chat(1), false)).isInstanceOf(Permit.Later.class);
        assertThat(pacer.answer(chat(1), false)).isInstanceOf(Permit.Granted.class);
    }

    @Test
    void chats_that_were_quiet_for_a_minute_are_forgotten() {
        for (int i = 0; i < 6_000; i++) {
            take(chat(i), true);
            now += SECOND / 29;
        }
        remembered().hasSizeLessThan(61 * 30);
    }

    private void assertBroadcast(int chats, IntToLongFunction wayThereAndBack, double mostOfIdeal) {
        Random random = new Random(1);
        PriorityQueue<Flight> flights = new PriorityQueue<>((a, b) -> Long.compare(a.back, b.back));
        List<Long> arrivals = new ArrayList<>();
        long start = now;
        for (int i = 0; i < chats; i++) {
            Permit turn = awaitTurn(chat(i), flights);
            long way = wayThereAndBack.applyAsLong(i);
            // Where on its way a message is counted is the platform's secret; at a cold start it is late.
            long there = way > 300 * MILLI ? way - MILLI : way / 3 + random.nextLong(way / 8);
            arrivals.add(now + there);
            flights.add(new Flight((Permit.Granted) turn, now + way));
        }
        arrivals.sort(null);
        assertThat(mostWithin(arrivals, SECOND)).isLessThanOrEqualTo(30);
        double ideal = chats / 30.0 * SECOND;
        assertThat((arrivals.get(chats - 1) - start) / ideal).isLessThanOrEqualTo(mostOfIdeal);
    }

    private record Flight(Permit.Granted turn, long back) {}

    private Permit awaitTurn(ChatAddress chat, PriorityQueue<Flight> flights) {
        while (true) {
            if (flights.size() < SENDERS && pacer.broadcast(chat, false) instanceof Permit.Granted granted) {
                return granted;
            }
            now += MILLI / 10;
            while (!flights.isEmpty() && flights.peek().back <= now) {
                flights.remove().turn.close();
            }
        }
    }

    private List<Long> sendUntil(ChatAddress chat, boolean shared, long length) {
        List<Long> times = new ArrayList<>();
        long end = now + length;
        while (now < end) {
            if (pacer.broadcast(chat, shared) instanceof Permit.Granted granted) {
                times.add(now);
                granted.close();
            }
            now += SECOND / 100;
        }
        return times;
    }

    private void take(ChatAddress chat, boolean shared) {
        Permit turn = pacer.broadcast(chat, shared);
        assertThat(turn).isInstanceOf(Permit.Granted.class);
        ((Permit.Granted) turn).close();
    }

    /** The most of these times, sorted, that lie within any such period. */
    private static int mostWithin(List<Long> times, long period) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (times.get(last) - times.get(first) >= period) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private static ChatAddress chat(long number) {
        return ChatAddress.of(ScriptedMessenger.BOT, "-" + number);
    }
}
