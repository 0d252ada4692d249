package vn.loa.bot;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.loa.model.HealthIndicator;
import vn.loa.web.WebRoute;

/** Receives a bot's updates, by polling or webhook, and routes them to the commands. */
public interface UpdateReceiver extends AutoCloseable {
    /** Begins to receive and returns at once; the platform may be unreachable. */
    void start();

    /** Returns the health of the listening. */
    HealthIndicator.OfLoop health();

    /**
     * Returns the time within which a poll should have succeeded; empty for a receiver that does not poll, which hears
     * nothing for as long as nobody speaks.
     */
    default Optional<Duration> longestPoll() {
        return Optional.empty();
    }

    /** Returns the bot's name on its platform, for links; empty where there are none or it is not known yet. */
    Optional<String> botName();

    /** Returns the address at which a leader adds the bot to a group; empty where there is none or it is not known. */
    default Optional<URI> groupInvitation() {
        return Optional.empty();
    }

    /** Returns how many groups the platform has sold to the account; empty where it sells none or does not tell. */
    default Optional<GroupPlaces> groupPlaces() {
        return Optional.empty();
    }

    /** Takes away a webhook that keeps updates from this receiver; returns whether the platform did so. */
    default boolean takeWebhook() {
        return false;
    }

    /** Returns the routes of the webhooks; none for a bot that polls. */
    default List<WebRoute> routes() {
        return List.of();
    }

    /** Returns the content of a file that somebody sent; empty where there are none or it cannot be had. */
    default Optional<byte[]> fetch(String fileId) {
        return Optional.empty();
    }

    /** Receives nothing more, and lets what is in hand come to its end. */
    @Override
    void close();
}
