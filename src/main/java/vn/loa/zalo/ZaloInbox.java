package vn.loa.zalo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.incoming.IncomingAttachment;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Sender;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;

/**
 * Tells what an update of the Zalo Bot API means (facts of Zalo, 1.6): flat, or wrapped as an answer. In a group only what
 * mentions the bot or answers it comes at all, so all of it is meant for the bot. Zalo tells neither titles nor roles.
 */
final class ZaloInbox {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b-\\u200f\\u2060\\ufeff]");
    private static final Pattern BLANKS = Pattern.compile("[\\u00a0\\u2000-\\u200a\\u202f\\u3000]");
    private static final Pattern COMMAND = Pattern.compile("(?<!\\S)/[\\p{L}][\\p{L}\\p{M}0-9_]*");
    /** Facts of Zalo, 1.6: what else Zalo may invent is nothing to us. */
    private static final Set<String> EVENTS = Set.of(
            "message.text.received",
            "message.image.received",
            "message.sticker.received",
            "message.voice.received",
            "message.unsupported.received");

    /** Events with something that Loa cannot pass on. */
    private static final Set<String> ATTACHED =
            Set.of("message.image.received", "message.voice.received", "message.unsupported.received");

    private static final Pattern OF_A_BOT = Pattern.compile("@\\s?bot\\b", Pattern.CASE_INSENSITIVE);

    /** A group that only calls the bot gets to know what it can do. */
    private static final String CALLED = "/start";

    private final Bot bot;

    ZaloInbox(Bot bot) {
        this.bot = bot;
    }

    /** The update in a body; the missing node when there is none. */
    static JsonNode update(String body) {
        try {
            return unwrapped(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    static JsonNode unwrapped(JsonNode body) {
        return body.path("ok").asBoolean() && body.path("result").isObject() ? body.path("result") : body;
    }

    /** Zalo's number of the message; an empty string when the update carries none. */
    static String key(JsonNode update) {
        return update.path("message").path("message_id").asText();
    }

    /**
     * Reads what a person said; empty for all that does not concern Loa.
     *
     * @param names what the bot is called
     */
    Optional<IncomingCommand> read(JsonNode update, List<String> names) {
        JsonNode message = update.path("message");
        String chatId = message.path("chat").path("id").asText();
        String userId = message.path("from").path("id").asText();
        boolean robot = message.path("from").path("is_bot").asBoolean();
        String event = update.path("event_name").asText();
        if (!event.isEmpty() && !EVENTS.contains(event)) {
            return Optional.empty();
        }
        if (chatId.isBlank() || userId.isBlank() || robot) {
            return Optional.empty();
        }
        boolean group = message.path("chat").path("chat_type").asText().equalsIgnoreCase("GROUP");
        String written = message.path("text").asText(message.path("caption").asText());
        boolean attached = ATTACHED.contains(event) && (!group || !written.isBlank());
        Optional<String> words = words(written, group, names).or(() -> attached ? Optional.of("") : Optional.empty());
        boolean reply = group && !mentioned(written, names);
        return words.map(said -> command(message, group, said, reply))
                .map(said -> attached ? attachment(message).map(said::with).orElseGet(said::withUnsendable) : said);
    }

    /** A picture has a public address (facts of Zalo, part 5); the field's name differs between servers. */
    private static Optional<IncomingAttachment> attachment(JsonNode message) {
        String address = message.path("photo_url").asText(message.path("photo").asText());
        try {
            URI photo = new URI(address);
            boolean web = photo.getHost() != null && List.of("http", "https").contains(photo.getScheme());
            return web ? Optional.of(IncomingAttachment.photo(photo)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private IncomingCommand command(JsonNode message, boolean group, String words, boolean reply) {
        JsonNode from = message.path("from");
        String name = from.path("display_name").asText(from.path("name").asText());
        Sender sender = new Sender(new PersonId(Platform.ZALO, from.path("id").asText()), name, () -> !group);
        return new IncomingCommand(
                ChatAddress.of(bot, message.path("chat").path("id").asText()),
                group ? ChatKind.GROUP : ChatKind.PRIVATE,
                group ? "" : name,
                sender,
                words,
                Optional.empty(),
                true,
                IncomingAttachment.NOTHING,
                false,
                reply ? Optional.of(IncomingCommand.SOME_MESSAGE) : Optional.empty());
    }

    /**
     * Tells whether a text of a group mentions the bot, perhaps by a name of before; one that does not, though it may
     * mention others, came because it answers a message of the bot. The names of all bots begin with "Bot" (facts of
     * Zalo, 1.1).
     */
    private static boolean mentioned(String written, List<String> names) {
        return names.isEmpty()
                || OF_A_BOT.matcher(written).find()
                || !withoutMention(Normalizer.normalize(written, Normalizer.Form.NFC), names)
                        .equals(withoutMention(Normalizer.normalize(written, Normalizer.Form.NFC), List.of()));
    }

    private static Optional<String> words(String written, boolean group, List<String> names) {
        String visible =
                BLANKS.matcher(INVISIBLE.matcher(written).replaceAll("")).replaceAll(" ");
        String text = Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
        if (!group) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
        String said = withoutMention(text.replace('\t', ' '), names);
        Matcher command = COMMAND.matcher(said);
        // A name that we do not know (any more), or a word of courtesy, may stand before the command.
        if (command.find()) {
            return Optional.of(said.substring(command.start()));
        }
        if (said.isEmpty()) {
            return text.isEmpty() ? Optional.empty() : Optional.of(CALLED);
        }
        return Optional.of(said);
    }

    private static String withoutMention(String text, List<String> names) {
        String left = text;
        for (String name : names) {
            String spoken = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
            if (!spoken.isEmpty()) {
                left = Pattern.compile(
                                "@\\s*" + Pattern.quote(spoken) + "(?![\\p{L}\\p{M}0-9])[,:]?",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(left)
                        .replaceAll(" ");
            }
        }
        return left.strip().replaceAll(" {2,}", " ");
    }
}
