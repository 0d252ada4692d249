package vn.loa.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.UpdateConsumer;
import vn.loa.model.Bot;
import vn.loa.store.delivery.InboxStore;
import vn.loa.telegram.incoming.FormerChats;
import vn.loa.telegram.incoming.IncomingUpdate;
import vn.loa.telegram.incoming.TelegramInbox;

/**
 * Reads updates of the Bot API and hands each to a {@link TelegramListener}. A chat is a lane; in a group each person's
 * presses and reactions are a lane of their own, for they need not wait for what others write there.
 */
final class UpdateHandler implements UpdateConsumer {
    private static final Logger log = LoggerFactory.getLogger(UpdateHandler.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SAID = List.of("message", "channel_post", "my_chat_member");

    private final TelegramChannel channel;
    private final Bot bot;
    private final TelegramInbox inbox;
    private final PressAcknowledger presses;
    private final TelegramListener listener;

    UpdateHandler(TelegramChannel channel, PressAcknowledger presses, TelegramListener listener) {
        this.channel = channel;
        this.bot = channel.account().bot();
        this.inbox = channel.inbox(listener::takesAnswer, new FormerChats(listener::movedTo));
        this.presses = presses;
        this.listener = listener;
    }

    /**
     * Returns an update in the form in which it is written down. Its key is its number and a mark of what it says. The
     * number alone is no identity: Telegram numbers anew after a quiet week, and a server on a test bench with each
     * start.
     */
    static InboxStore.Waiting received(JsonNode update) {
        String body = update.toString();
        CRC32 mark = new CRC32();
        mark.update(body.getBytes(StandardCharsets.UTF_8));
        String key = update.path("update_id").asText() + "-" + Long.toHexString(mark.getValue());
        return new InboxStore.Waiting(key, body);
    }

    @Override
    public boolean mayHandle() {
        return listener.mayHear();
    }

    @Override
    public String lane(String body) {
        JsonNode update = parsed(body);
        for (String kind : SAID) {
            if (update.has(kind)) {
                return chat(update.path(kind));
            }
        }
        JsonNode press = update.path("callback_query");
        JsonNode reaction = update.path("message_reaction");
        return press.isObject()
                ? persons(press.path("message"), press.path("from"))
                : persons(reaction, reaction.path("user"));
    }

    private static String persons(JsonNode message, JsonNode person) {
        boolean alone = message.path("chat").path("type").asText().equals("private");
        return alone ? chat(message) : chat(message) + " " + person.path("id").asText();
    }

    private static String chat(JsonNode message) {
        return message.path("chat").path("id").asText();
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void handle(String key, String body) {
        JsonNode update = parsed(body);
        ForumTopic.named(update.path("message"), bot).ifPresent(listener::happened);
        IncomingUpdate incoming = inbox.read(update, channel.self());
        if (incoming instanceof IncomingUpdate.Said said) {
            listener.said(said.command(), said.origin());
        } else if (incoming instanceof IncomingUpdate.Happened happened) {
            listener.happened(happened.event());
        } else if (incoming instanceof IncomingUpdate.Acknowledged acknowledged) {
            listener.acknowledged(acknowledged.sign(), acknowledged.words());
        } else if (incoming instanceof IncomingUpdate.LostPress press) {
            presses.acknowledge(press.pressId(), Optional.empty());
        } else if (incoming instanceof IncomingUpdate.Nothing nothing) {
            log.debug("{}: update {} is left alone: {}", bot, key, nothing.why());
        }
    }
}
