package vn.loa.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.ProcessedUpdates;
import vn.loa.model.Bot;

/** Works off one update after the other; nothing that goes wrong with one reaches the next. */
final class UpdateHandler {
    private static final Logger log = LoggerFactory.getLogger(UpdateHandler.class);

    private final Bot bot;
    private final TelegramInbox inbox;
    private final PressAcknowledger presses;
    private final TelegramListener listener;
    private final ProcessedUpdates processed;

    UpdateHandler(TelegramChannel channel, TelegramListener listener, ProcessedUpdates processed) {
        this.bot = channel.account().bot();
        this.inbox = channel.inbox();
        this.presses = channel.presses();
        this.listener = listener;
        this.processed = processed;
    }

    /**
     * Returns whether the update was handled before.
     *
     * @throws RuntimeException as {@link ProcessedUpdates} does when it is out of order
     */
    boolean knows(JsonNode update) {
        return processed.isProcessed(bot, key(update));
    }

    /**
     * Handles an update and notes it as handled. What handling throws goes no further.
     *
     * @throws RuntimeException when it cannot be noted: it must be fetched again, for on a full disk nothing that it
     *     asked for was written down either
     */
    void handle(JsonNode update, BotSelf self) {
        String key = key(update);
        deliver(update, self, key);
        processed.markProcessed(bot, key);
    }

    /**
     * The update's number and a mark of what it says. The number alone is no identity: Telegram numbers anew after a
     * quiet week, and a server on a test bench with each start.
     */
    private static String key(JsonNode update) {
        CRC32 mark = new CRC32();
        mark.update(update.toString().getBytes(StandardCharsets.UTF_8));
        return update.path("update_id").asText() + "-" + Long.toHexString(mark.getValue());
    }

    /** Errors are caught too: one thrown here would end the poller for good. */
    private void deliver(JsonNode update, BotSelf self, String key) {
        try {
            IncomingUpdate incoming = inbox.read(update, self);
            if (incoming instanceof IncomingUpdate.Said said) {
                listener.said(said.command(), said.origin());
            } else if (incoming instanceof IncomingUpdate.Happened happened) {
                listener.happened(happened.event());
            } else if (incoming instanceof IncomingUpdate.Acknowledged acknowledged) {
                listener.acknowledged(acknowledged.sign());
            } else if (incoming instanceof IncomingUpdate.LostPress press) {
                presses.acknowledge(press.pressId(), Optional.empty());
            } else if (incoming instanceof IncomingUpdate.Nothing nothing) {
                log.debug("{}: update {} is left alone: {}", bot, key, nothing.why());
            }
        } catch (Throwable e) {
            log.error("{}: update {} could not be handled", bot, key, e);
        }
    }
}
