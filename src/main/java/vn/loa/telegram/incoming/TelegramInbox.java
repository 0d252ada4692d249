package vn.loa.telegram.incoming;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingAttachment;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Press;
import vn.loa.command.incoming.Sender;
import vn.loa.command.intent.AcknowledgementReader;
import vn.loa.command.role.RoleUnknownException;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.delivery.ReceiptStore;

/**
 * Tells what an update of the Bot API means for Loa. Texts that do not surely come from the person who seems to say
 * them never become commands: forwarded, edited, sent through another bot, carried over from a linked channel, written
 * in a group in a channel's name, or by a bot. What somebody forwards to the bot in private is passed on marked as second
 * hand, for a command that asked for it.
 *
 * <p>An anonymous administrator of a group and whoever posts in a channel have no id of their own; they are the chat's
 * id as a {@link PersonId} and administer it, for Telegram lets nobody else write so.
 */
public final class TelegramInbox {
    private static final Set<String> AGREEING = Set.of("👍", "✅", "👌", "🙏", "❤");
    /** Asks for the coloured form of a sign; some clients write it, some do not. */
    private static final String COLOURED = "\ufe0f";

    private final Bot bot;
    private final ChatAdmins admins;
    private final Predicate<IncomingCommand> takesAnswer;
    private final FormerChats former;

    /**
     * A reader of a bot's updates.
     *
     * @param takesAnswer whether words that were said in reply answer a question, so that they are no mere receipt
     * @param former knows the groups that have become supergroups
     */
    public TelegramInbox(Bot bot, ChatAdmins admins, Predicate<IncomingCommand> takesAnswer, FormerChats former) {
        this.bot = bot;
        this.admins = admins;
        this.takesAnswer = takesAnswer;
        this.former = former;
    }

    /** Reads one update as {@code getUpdates} gives it. */
    public IncomingUpdate read(JsonNode update, BotSelf self) {
        if (update.has("message")) {
            return message(update.get("message"), self);
        }
        if (update.has("channel_post")) {
            return message(update.get("channel_post"), self);
        }
        if (update.has("callback_query")) {
            return press(update.get("callback_query"));
        }
        if (update.has("my_chat_member")) {
            return membership(update.get("my_chat_member"));
        }
        if (update.has("message_reaction")) {
            return reaction(update.get("message_reaction"));
        }
        return new IncomingUpdate.Nothing("a kind of update that Loa does not read");
    }

    // ---- messages

    private IncomingUpdate message(JsonNode message, BotSelf self) {
        Optional<ChatKind> kind = kind(message.path("chat"));
        if (kind.isEmpty()) {
            return new IncomingUpdate.Nothing("no chat");
        }
        if (message.hasNonNull("migrate_to_chat_id")) {
            return moved(
                    message,
                    id(message.path("chat")),
                    message.get("migrate_to_chat_id").asText());
        }
        if (message.hasNonNull("migrate_from_chat_id")) {
            return moved(message, message.get("migrate_from_chat_id").asText(), id(message.path("chat")));
        }
        return said(message, kind.get(), self);
    }

    private IncomingUpdate moved(JsonNode message, String oldId, String newId) {
        ChatAddress old = ChatAddress.of(bot, oldId);
        ChatEvent event = new ChatEvent(
                old, ChatKind.SUPERGROUP, title(message.path("chat")), ChatEvent.Change.MOVED, newId, Optional.empty());
        return new IncomingUpdate.Happened(event);
    }

    private IncomingUpdate said(JsonNode message, ChatKind kind, BotSelf self) {
        boolean carriedOn = forwarded(message);
        Optional<Sender> sender = carriedOn && kind != ChatKind.PRIVATE ? Optional.empty() : sender(message, kind);
        if (sender.isEmpty() || throughOthers(message)) {
            return new IncomingUpdate.Nothing("nobody's own words");
        }
        Optional<ChannelChoice> choice =
                kind == ChatKind.PRIVATE && !carriedOn ? ChannelChoice.of(message) : Optional.empty();
        if (choice.isPresent()) {
            return chosen(choice.get(), message, sender.get());
        }
        IncomingAttachment attachment = SentFile.of(message, bot);
        JsonNode written = message.has("text") ? message.get("text") : message.path("caption");
        String words = kind == ChatKind.PRIVATE ? HiddenLinks.shown(message, written.asText()) : written.asText();
        Optional<SpokenText> text = SpokenText.read(words, self.username());
        boolean wordless =
                !written.isTextual() && !(kind == ChatKind.PRIVATE && !attachment.equals(IncomingAttachment.NOTHING));
        if (wordless || text.isEmpty()) {
            return new IncomingUpdate.Nothing("no text, or a command for another bot");
        }
        boolean answersUs = answersUs(message, self);
        Optional<IncomingUpdate> sign = carriedOn || !answersUs
                ? Optional.empty()
                : acknowledgement(message, kind, sender.get(), text.get().words());
        return sign.orElseGet(() -> said(message, kind, sender.get(), text.get(), attachment, answersUs));
    }

    private IncomingUpdate said(
            JsonNode message,
            ChatKind kind,
            Sender sender,
            SpokenText text,
            IncomingAttachment attachment,
            boolean answersUs) {
        ChatAddress chat = address(message);
        IncomingCommand command = new IncomingCommand(
                chat,
                kind,
                title(message.path("chat")),
                sender,
                text.words(),
                Optional.empty(),
                kind == ChatKind.PRIVATE || text.mentioned() || answersUs,
                attachment,
                forwarded(message),
                answersUs ? Optional.of(FormerChats.answered(message)) : Optional.empty());
        return new IncomingUpdate.Said(command, spoken(message, chat, kind));
    }
    /** Returns the acknowledgement that a reply to the bot is; empty when it is one more message to it. */
    private Optional<IncomingUpdate> acknowledgement(JsonNode message, ChatKind kind, Sender sender, String words) {
        AcknowledgementReader.Answer answer = AcknowledgementReader.standard().read(words);
        boolean acknowledges = answer.acknowledges()
                && (kind.shared() || answer.plainly())
                && !takesAnswer.test(reply(message, kind, sender, words));
        return acknowledges ? Optional.of(answered(message, sender, answer.unit())) : Optional.empty();
    }
    /** Whoever administers a channel manages it here too; anybody else is told what is missing. */
    private IncomingUpdate chosen(ChannelChoice choice, JsonNode message, Sender sender) {
        if (administers(choice, message)) {
            return new IncomingUpdate.Happened(new ChatEvent(
                    ChatAddress.of(bot, Long.toString(choice.chatId())),
                    ChatKind.CHANNEL,
                    choice.title(),
                    ChatEvent.Change.JOINED,
                    "",
                    Optional.of(sender.person())));
        }
        ChatAddress chat = address(message);
        String words = "/kenh " + (choice.title().isBlank() ? choice.chatId() : choice.title());
        IncomingCommand command =
                new IncomingCommand(chat, ChatKind.PRIVATE, "", sender, words.strip(), Optional.empty(), true);
        return new IncomingUpdate.Said(command, spoken(message, chat, ChatKind.PRIVATE));
    }

    private boolean administers(ChannelChoice choice, JsonNode message) {
        try {
            return admins.isAdmin(
                    choice.chatId(), message.path("from").path("id").asLong());
        } catch (RoleUnknownException e) {
            return false;
        }
    }

    private static Origin spoken(JsonNode message, ChatAddress chat, ChatKind kind) {
        boolean group = kind.shared() && kind != ChatKind.CHANNEL;
        Optional<String> words = Optional.of(message.path("message_id"))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asText);
        Optional<String> number = words.filter(id -> group);
        boolean personal = group && !message.path("sender_chat").isObject() && hasId(message.path("from"));
        Optional<String> asker = personal ? Optional.of(id(message.path("from"))) : Optional.empty();
        return new Origin(chat, Optional.empty(), Optional.empty(), number, asker, words);
    }

    private IncomingCommand reply(JsonNode message, ChatKind kind, Sender sender, String words) {
        return new IncomingCommand(
                address(message),
                kind,
                "",
                sender,
                words,
                Optional.empty(),
                true,
                IncomingAttachment.NOTHING,
                false,
                Optional.of(FormerChats.answered(message)));
    }

    private static boolean forwarded(JsonNode message) {
        return message.hasNonNull("forward_origin") || message.hasNonNull("forward_date");
    }

    private static boolean throughOthers(JsonNode message) {
        return message.hasNonNull("via_bot")
                || message.path("is_automatic_forward").asBoolean();
    }

    /** In a forum every message of a topic is a reply to the topic's beginning, which says nothing. */
    private static boolean answersUs(JsonNode message, BotSelf self) {
        JsonNode answered = message.path("reply_to_message");
        return answered.path("from").path("id").asLong() == self.id() && !answered.has("forum_topic_created");
    }

    private Optional<Sender> sender(JsonNode message, ChatKind kind) {
        JsonNode chat = message.path("chat");
        JsonNode writtenAs = message.path("sender_chat");
        if (kind == ChatKind.CHANNEL || writtenAs.isObject()) {
            boolean own = kind == ChatKind.CHANNEL || id(writtenAs).equals(id(chat));
            return own ? Optional.of(new Sender(person(chat), title(chat), () -> true)) : Optional.empty();
        }
        JsonNode from = message.path("from");
        boolean human = hasId(from) && !from.path("is_bot").asBoolean();
        return human ? Optional.of(human(from, chat, kind)) : Optional.empty();
    }

    private Sender human(JsonNode from, JsonNode chat, ChatKind kind) {
        long chatId = chat.path("id").asLong();
        long userId = from.path("id").asLong();
        BooleanSupplier admin = kind == ChatKind.PRIVATE ? () -> true : () -> admins.isAdmin(chatId, userId);
        return new Sender(person(from), title(from), admin);
    }

    // ---- signs of having read

    /** Bot API, MessageReactionUpdated; comes only where the bot is an administrator. Anonymous ones name nobody. */
    private IncomingUpdate reaction(JsonNode reaction) {
        JsonNode user = reaction.path("user");
        boolean agrees = false;
        for (JsonNode each : reaction.path("new_reaction")) {
            agrees |= AGREEING.contains(each.path("emoji").asText().replace(COLOURED, ""));
        }
        if (!agrees || !hasId(user) || user.path("is_bot").asBoolean()) {
            return new IncomingUpdate.Nothing("no reaction that acknowledges");
        }
        Sender sender = new Sender(person(user), title(user), () -> false);
        return acknowledged(reaction.path("chat"), reaction, sender, ReceiptStore.How.REACTION);
    }

    private IncomingUpdate answered(JsonNode message, Sender sender, Optional<String> unit) {
        String messageId = FormerChats.answered(message);
        String name = Acknowledgement.named(sender.name(), unit);
        return new IncomingUpdate.Acknowledged(
                new Acknowledgement(
                        bot, id(message.path("chat")), messageId, sender.person(), name, ReceiptStore.How.REPLY),
                Optional.of(message.path("message_id").asText()));
    }

    private IncomingUpdate acknowledged(JsonNode chat, JsonNode read, Sender sender, ReceiptStore.How how) {
        String messageId = read.path("message_id").asText();
        return new IncomingUpdate.Acknowledged(
                new Acknowledgement(bot, id(chat), messageId, sender.person(), sender.name(), how), Optional.empty());
    }

    // ---- presses

    private IncomingUpdate press(JsonNode press) {
        String pressId = press.path("id").asText();
        JsonNode message = former.current(press.path("message"));
        Optional<ChatKind> kind = kind(message.path("chat"));
        boolean whole = kind.isPresent()
                && hasId(press.path("from"))
                && press.path("data").isTextual();
        if (!whole) {
            return new IncomingUpdate.LostPress(pressId);
        }
        ChatAddress chat = address(message);
        // Without a number there is nothing to edit; 0 is no message's number.
        String messageId = pressed(message, press.path("from"));
        IncomingCommand command = new IncomingCommand(
                chat,
                kind.get(),
                title(message.path("chat")),
                human(press.path("from"), message.path("chat"), kind.get()),
                press.get("data").asText(),
                Optional.of(new Press.OfButton(messageId)),
                true);
        boolean group = kind.get().shared() && kind.get() != ChatKind.CHANNEL;
        Optional<String> asker = group ? Optional.of(id(press.path("from"))) : Optional.empty();
        return new IncomingUpdate.Said(
                command,
                new Origin(
                        chat, Optional.of(pressId), Optional.of(messageId), Optional.empty(), asker, Optional.empty()));
    }

    /** Only the person sees an ephemeral message, so it was that person's. */
    private static String pressed(JsonNode message, JsonNode person) {
        int ephemeral = message.path("ephemeral_message_id").asInt();
        return ephemeral > 0
                ? new EphemeralMessages.Place(person.path("id").asLong(), ephemeral).messageId()
                : message.path("message_id").asText("0");
    }

    // ---- the bot's own place

    private IncomingUpdate membership(JsonNode update) {
        JsonNode chat = update.path("chat");
        Optional<ChatKind> kind = kind(chat);
        Optional<ChatEvent.Change> change = Membership.change(update);
        if (kind.isEmpty() || change.isEmpty()) {
            return new IncomingUpdate.Nothing("the bot may speak here as before");
        }
        JsonNode from = update.path("from");
        ChatEvent event = new ChatEvent(
                ChatAddress.of(bot, id(chat)),
                kind.get(),
                title(chat),
                change.get(),
                "",
                hasId(from) ? Optional.of(person(from)) : Optional.empty(),
                hasId(from) ? title(from) : "");
        return new IncomingUpdate.Happened(event);
    }

    // ---- parts

    private ChatAddress address(JsonNode message) {
        boolean topic = message.path("is_topic_message").asBoolean() && message.hasNonNull("message_thread_id");
        String topicId = topic ? message.get("message_thread_id").asText() : "";
        return new ChatAddress(bot, id(message.path("chat")), topicId);
    }

    private static Optional<ChatKind> kind(JsonNode chat) {
        if (!hasId(chat)) {
            return Optional.empty();
        }
        return switch (chat.path("type").asText()) {
            case "private" -> Optional.of(ChatKind.PRIVATE);
            case "group" -> Optional.of(ChatKind.GROUP);
            case "supergroup" -> Optional.of(ChatKind.SUPERGROUP);
            case "channel" -> Optional.of(ChatKind.CHANNEL);
            default -> Optional.empty();
        };
    }

    private static boolean hasId(JsonNode node) {
        return node.path("id").isIntegralNumber();
    }

    private static String id(JsonNode chat) {
        return chat.path("id").asText();
    }

    private static PersonId person(JsonNode node) {
        return new PersonId(Platform.TELEGRAM, id(node));
    }

    /** A group's title, or a person's name. */
    private static String title(JsonNode node) {
        if (node.hasNonNull("title")) {
            return node.get("title").asText();
        }
        String first = node.path("first_name").asText();
        return (first + " " + node.path("last_name").asText()).strip();
    }
}
