package vn.loa.config;

import java.time.Duration;
import java.time.LocalTime;
import vn.loa.config.value.HumanDuration;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;
import vn.loa.model.QuietHours;

/**
 * The settings of delivery: retries, retention and quiet hours.
 *
 * @param retry when a failed delivery is tried again
 * @param retention how long settled deliveries are kept
 * @param quietHours what holds in chats that chose none of their own
 * @param digestItems how many articles a digest tells of; it counts the others
 * @param secondApproval whether a second operator has to agree to an announcement by hand
 */
public record DeliveryConfig(
        Retry retry, Duration retention, QuietHours quietHours, int digestItems, boolean secondApproval) {
    private static final int MOST_DIGEST_ITEMS = 40;

    /**
     * The settings for repeating a failed delivery.
     *
     * @param first the pause after the first failure; it grows two and a half times with each further one
     * @param longest no pause is longer
     * @param giveUp how long after the announcement it becomes a dead letter
     */
    public record Retry(Duration first, Duration longest, Duration giveUp) {
        static Retry read(Section retry) {
            Duration first = retry.value(
                    "first", ValueTypes.duration(Duration.ofSeconds(1), Duration.ofHours(1)), Duration.ofSeconds(30));
            Duration longest = retry.value(
                    "longest", ValueTypes.duration(Duration.ofSeconds(1), Duration.ofDays(1)), Duration.ofHours(1));
            Duration giveUp = retry.value(
                    "give-up", ValueTypes.duration(Duration.ofMinutes(1), Duration.ofDays(30)), Duration.ofDays(1));
            Retry read = new Retry(first, longest, giveUp);
            read.reportDisorder(retry);
            return read;
        }

        private void reportDisorder(Section retry) {
            if (longest.compareTo(first) < 0) {
                retry.problem("longest", "is shorter than first", "write at least " + HumanDuration.format(first));
            }
            if (giveUp.compareTo(longest) < 0) {
                retry.problem("give-up", "is shorter than longest", "write at least " + HumanDuration.format(longest));
            }
        }
    }

    static DeliveryConfig read(Section delivery) {
        return new DeliveryConfig(
                Retry.read(delivery.section("retry")),
                delivery.value(
                        "retention",
                        ValueTypes.duration(Duration.ofDays(1), Duration.ofDays(36500)),
                        Duration.ofDays(365)),
                quietHours(delivery.section("quiet-hours")),
                delivery.value("digest-items", ValueTypes.integer(1, MOST_DIGEST_ITEMS), 10),
                delivery.value("second-approval", ValueTypes.flag(), false));
    }

    private static QuietHours quietHours(Section quiet) {
        QuietHours usual = new QuietHours(LocalTime.of(21, 30), LocalTime.of(6, 0), QuietHours.Mode.SILENT);
        LocalTime from = quiet.value("from", ValueTypes.timeOfDay(), usual.from());
        LocalTime to = quiet.value("to", ValueTypes.timeOfDay(), usual.to());
        QuietHours.Mode mode = quiet.value("mode", ValueTypes.choice(QuietHours.Mode.class), usual.mode());
        if (from.equals(to)) {
            quiet.problem("to", "is the same as from", "write another time, or mode: off for no quiet hours");
            return usual;
        }
        return new QuietHours(from, to, mode);
    }
}
