package vn.loa.telegram.api;

import java.time.Duration;
import java.util.Objects;
import vn.loa.delivery.channel.Capabilities;

/**
 * Configures the channel.
 *
 * @param rates what the Bot API server lets through; higher on a local server or with paid broadcasts
 * @param pictures whether pictures are sent; otherwise the text alone
 * @param times how long to wait for what
 */
public record TelegramOptions(Capabilities.Rates rates, boolean pictures, Times times) {
    /** 30 messages a second a bot, 1 a second a chat, 20 a minute a group (Bot API FAQ). */
    public static final Capabilities.Rates PUBLIC_RATES = new Capabilities.Rates(30, 1, 20);

    public TelegramOptions {
        Objects.requireNonNull(rates);
        Objects.requireNonNull(times);
    }

    /**
     * Time-outs and pauses.
     *
     * @param connect until a TCP connection stands
     * @param call until one request is answered, connecting and TLS included
     * @param poll how long the server holds a getUpdates that has nothing to tell, whole seconds
     * @param firstPause after a first failed poll; doubled with each further one
     * @param longestPause after many failed polls
     */
    public record Times(Duration connect, Duration call, Duration poll, Duration firstPause, Duration longestPause) {
        public static final Times STANDARD = new Times(
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30));

        /** Returns the time within which a poll succeeds while all is well: four that wait to the end of their time. */
        public Duration longestBetweenPolls() {
            return poll.plus(connect).plus(longestPause).multipliedBy(2);
        }

        public Times {
            Objects.requireNonNull(connect);
            Objects.requireNonNull(call);
            Objects.requireNonNull(poll);
            Objects.requireNonNull(firstPause);
            Objects.requireNonNull(longestPause);
        }
    }
}
