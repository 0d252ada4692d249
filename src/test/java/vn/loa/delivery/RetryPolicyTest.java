package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final RetryPolicy POLICY = RetryPolicy.USUAL;
    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void waits_grow_from_ten_seconds_to_an_hour() {
        assertThat(POLICY.afterFailure(1, YOUNG, 0.5)).contains(Duration.ofSeconds(10));
        assertThat(POLICY.afterFailure(2, YOUNG, 0.5)).contains(Duration.ofSeconds(25));
        assertThat(POLICY.afterFailure(3, YOUNG, 0.5)).contains(Duration.ofMillis(62_500));
        assertThat(POLICY.afterFailure(8, YOUNG, 0.5)).contains(Duration.ofHours(1));
        assertThat(POLICY.afterFailure(1_000, YOUNG, 0.999)).contains(Duration.ofHours(1));
    }

    @Test
    void chance_moves_a_wait_by_a_fifth_at_most() {
        assertThat(POLICY.afterFailure(1, YOUNG, 0)).contains(Duration.ofSeconds(8));
        assertThat(POLICY.afterFailure(1, YOUNG, 0.999_999)).contains(Duration.ofSeconds(12));
    }

    @Test
    void what_was_tried_for_a_day_is_given_up() {
        assertThat(POLICY.afterFailure(30, DAY.minusMillis(1), 0.5)).isPresent();
        assertThat(POLICY.afterFailure(30, DAY, 0.5)).isEmpty();
    }

    @Test
    void what_is_old_and_was_hardly_tried_is_not_given_up() {
        assertThat(POLICY.afterFailure(4, DAY.multipliedBy(9), 0.5)).isPresent();
        assertThat(POLICY.afterFailure(5, DAY.multipliedBy(9), 0.5)).isEmpty();
    }

    @Test
    void what_may_have_arrived_is_tried_once_more() {
        assertThat(POLICY.afterUnconfirmed(0, 0.5)).contains(Duration.ofSeconds(10));
        assertThat(POLICY.afterUnconfirmed(1, 0.5)).isEmpty();
    }

    @Test
    void a_silenced_chat_is_tried_daily_for_a_week() {
        assertThat(POLICY.afterWriteForbidden(Duration.ofDays(7).minusMillis(1)))
                .contains(Duration.ofDays(1));
        assertThat(POLICY.afterWriteForbidden(Duration.ofDays(7))).isEmpty();
    }
}
