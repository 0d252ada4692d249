package vn.loa.config;

import java.time.Duration;

/**
 * How hard Loa tries, and how long it remembers.
 *
 * @param retry when a failed delivery is tried again
 * @param retention how long settled deliveries are kept
 */
public record DeliveryConfig(Retry retry, Duration retention) {
    /**
     * When a failed delivery is tried again.
     *
     * @param first the pause after the first failure; it doubles with each further one
     * @param longest no pause is longer
     * @param giveUp how long after the announcement it becomes a dead letter
     */
    public record Retry(Duration first, Duration longest, Duration giveUp) {
        static Retry read(Section retry) {
            Duration first = retry.value(
                    "first", Forms.duration(Duration.ofSeconds(1), Duration.ofHours(1)), Duration.ofSeconds(30));
            Duration longest = retry.value(
                    "longest", Forms.duration(Duration.ofSeconds(1), Duration.ofDays(1)), Duration.ofHours(1));
            Duration giveUp = retry.value(
                    "give-up", Forms.duration(Duration.ofMinutes(1), Duration.ofDays(30)), Duration.ofDays(1));
            if (longest.compareTo(first) < 0) {
                retry.problem("longest", "is shorter than first", "write at least " + HumanDuration.format(first));
            }
            if (giveUp.compareTo(longest) < 0) {
                retry.problem("give-up", "is shorter than longest", "write at least " + HumanDuration.format(longest));
            }
            return new Retry(first, longest, giveUp);
        }
    }

    static DeliveryConfig read(Section delivery) {
        return new DeliveryConfig(
                Retry.read(delivery.section("retry")),
                delivery.value(
                        "retention", Forms.duration(Duration.ofDays(1), Duration.ofDays(36500)), Duration.ofDays(365)));
    }
}
