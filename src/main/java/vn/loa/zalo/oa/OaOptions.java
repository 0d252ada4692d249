package vn.loa.zalo.oa;

import java.time.Duration;
import java.util.Objects;
import vn.loa.delivery.channel.Capabilities;

/**
 * Configures the channel.
 *
 * @param rates how fast the account may speak
 * @param pictures whether pictures are sent; otherwise the text alone
 * @param calledName the account's name as people see it, by which a mention is known; empty when it is not known
 * @param times how long to wait for what
 */
public record OaOptions(Capabilities.Rates rates, boolean pictures, String calledName, Times times) {
    /** The plan of a small account lets 100 requests a minute through, reading included. */
    public static final Capabilities.Rates SMALL_PLAN = new Capabilities.Rates(1, 1, 20);

    public OaOptions {
        Objects.requireNonNull(rates);
        Objects.requireNonNull(calledName);
        Objects.requireNonNull(times);
    }

    /**
     * Time-outs.
     *
     * @param connect until a TCP connection stands
     * @param call until one request is answered, connecting and TLS included
     */
    public record Times(Duration connect, Duration call) {
        public static final Times STANDARD = new Times(Duration.ofSeconds(5), Duration.ofSeconds(20));

        public Times {
            Objects.requireNonNull(connect);
            Objects.requireNonNull(call);
        }
    }
}
