package vn.loa.bot;

import java.util.List;
import java.util.Optional;
import vn.loa.model.HealthIndicator;
import vn.loa.web.WebRoute;

/** Receives a bot's updates, by polling or webhook, and routes them to the commands. */
public interface UpdateReceiver extends AutoCloseable {
    /** Begins to listen and returns at once; the platform may be out of reach. */
    void start();

    /** Returns the health of the listening. */
    HealthIndicator health();

    /** What the bot is called on its platform, for links; empty where there are none or it is not known yet. */
    Optional<String> botName();

    /** The addresses at which the platform brings what was said; none for a bot that asks for it. */
    default List<WebRoute> routes() {
        return List.of();
    }

    /** The content of a file that somebody sent; empty where there are none or it cannot be had. */
    default Optional<byte[]> fetch(String fileId) {
        return Optional.empty();
    }

    /** Receives nothing more, and lets what is in hand come to its end. */
    @Override
    void close();
}
