package vn.loa.zalo;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import vn.loa.delivery.channel.Capabilities.Rates;

/**
 * Configures a Zalo bot.
 *
 * @param rates how fast to speak; Zalo publishes no numbers
 * @param pictures whether announcements carry the article's picture, which Zalo fetches by itself
 * @param times how long to wait
 * @param zone in which the plan's month begins
 */
public record ZaloOptions(Rates rates, boolean pictures, Times times, ZoneId zone) {
    /** One message a second to a chat and five in all. */
    public static final Rates USUAL_RATES = new Rates(5, 1, 0);

    /**
     * Sets the times to wait.
     *
     * @param connect for a connection
     * @param call for an answer
     * @param poll how long Zalo may keep a question for updates open
     * @param floor least time between two polls when the first was answered at once and brought nothing new
     * @param firstPause after a poll that failed; doubles with each failure
     * @param longestPause at most
     * @param webhookLook how often Zalo is asked whether it still brings updates here
     */
    public record Times(
            Duration connect,
            Duration call,
            Duration poll,
            Duration floor,
            Duration firstPause,
            Duration longestPause,
            Duration webhookLook) {
        /** Looks at the registration of a webhook every hour. */
        public Times(
                Duration connect,
                Duration call,
                Duration poll,
                Duration floor,
                Duration firstPause,
                Duration longestPause) {
            this(connect, call, poll, floor, firstPause, longestPause, Duration.ofHours(1));
        }

        /** Returns the same that looks at the registration of a webhook so often. */
        public Times lookingAtWebhook(Duration every) {
            return new Times(connect, call, poll, floor, firstPause, longestPause, every);
        }

        /** Returns the time within which a poll succeeds while all is well, one that failed between included. */
        Duration longestBetweenPolls() {
            return poll.plus(call).plus(longestPause).multipliedBy(2);
        }

        public static final Times STANDARD = new Times(
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofMinutes(5));

        /** The same with another long poll. */
        public Times polling(Duration other) {
            return new Times(connect, call, other, floor, firstPause, longestPause, webhookLook);
        }
    }

    public ZaloOptions {
        Objects.requireNonNull(rates);
        Objects.requireNonNull(times);
        Objects.requireNonNull(zone);
    }
}
