package vn.loa.zalo.oa;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingAttachment;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Sender;
import vn.loa.command.intent.AcknowledgementReader;
import vn.loa.command.role.OneTimeCode;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.PersonId;
import vn.loa.store.delivery.ReceiptStore;

/** Reads events. Where Zalo's clients disagree on a field's place, every place is looked at. */
final class OaEvents {
    /** Deeds of a person besides sending, which open the window too. */
    private static final Set<String> INTERACTIONS =
            Set.of("follow", "user_reacted_message", "user_click_chatnow", "user_submit_info", "user_click_button");

    private final Bot bot;
    private volatile String calledName;
    private final OaListener listener;

    OaEvents(Bot bot, String calledName, OaListener listener) {
        this.bot = bot;
        this.calledName = calledName;
        this.listener = listener;
    }

    OaUpdate read(JsonNode event) {
        return switch (event.path("event_name").asText()) {
            case "user_send_text" -> said(event, Optional.of(person(event)), ChatKind.PRIVATE);
            case "user_send_group_text" -> said(event, group(event), ChatKind.GROUP);
            case "create_group" -> happened(group(event), ChatKind.GROUP, ChatEvent.Change.JOINED);
            case "delete_group" -> happened(group(event), ChatKind.GROUP, ChatEvent.Change.LEFT);
            case "follow" -> followed(follower(event));
            case "unfollow" -> happened(follower(event), ChatKind.PRIVATE, ChatEvent.Change.LEFT);
            default -> sent(event);
        };
    }

    /** Calls the account so from now on, by which a mention is known. */
    void called(String name) {
        calledName = name;
    }

    /** Something else than a text, which Loa takes, or says that it cannot; a sticker is a gesture. */
    private OaUpdate sent(JsonNode event) {
        String name = event.path("event_name").asText();
        String userId = text(event, "/sender/id");
        boolean own = name.startsWith("user_send_") && !name.contains("group") && !name.contains("sticker");
        if (!own || userId.isBlank() || !event.path("message").isObject()) {
            return new OaUpdate.Nothing();
        }
        ChatAddress place = person(event);
        PersonId person = new PersonId(bot.platform(), userId);
        String called = listener.name(place, person);
        IncomingCommand command = new IncomingCommand(
                place,
                ChatKind.PRIVATE,
                called,
                new Sender(person, called, () -> true),
                text(event, "/message/text"),
                Optional.empty(),
                true);
        return new OaUpdate.Said(picture(event, name).map(command::with).orElseGet(command::withUnsendable));
    }

    private static Optional<IncomingAttachment> picture(JsonNode event, String name) {
        try {
            URI address = new URI(first(event, "/message/attachments/0/payload/url", "/message/url"));
            boolean web = address.getHost() != null && Set.of("http", "https").contains(address.getScheme());
            return name.equals("user_send_image") && web
                    ? Optional.of(IncomingAttachment.photo(address))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns the person who turned to the account by this event, in private; empty when nobody did. */
    Optional<ChatAddress> interaction(JsonNode event) {
        String name = event.path("event_name").asText();
        boolean own = INTERACTIONS.contains(name) || name.startsWith("user_send_") && !name.contains("group");
        return own
                        && event.at("/recipient/group_id").isMissingNode()
                        && event.path("group_id").isMissingNode()
                ? follower(event)
                : Optional.empty();
    }

    /** Returns when an event happened, by Zalo's clock; empty when it does not tell. */
    static Optional<Instant> at(JsonNode event) {
        String told = text(event, "/timestamp");
        return told.matches("\\d{12,14}") ? Optional.of(Instant.ofEpochMilli(Long.parseLong(told))) : Optional.empty();
    }

    private OaUpdate said(JsonNode event, Optional<ChatAddress> chat, ChatKind kind) {
        String userId = text(event, "/sender/id");
        JsonNode message = event.path("message");
        if (chat.isEmpty() || userId.isBlank() || !message.path("text").isTextual()) {
            return new OaUpdate.Nothing();
        }
        ChatAddress place = chat.get();
        PersonId person = new PersonId(bot.platform(), userId);
        OaSpokenText spoken = OaSpokenText.read(message.get("text").asText(), calledName);
        String quoted = text(message, "/quote_msg/msg_id");
        boolean addressed = kind == ChatKind.PRIVATE
                || spoken.addressed()
                || answersUs(event)
                || OneTimeCode.isAlone(spoken.words());
        String name = addressed || !quoted.isBlank() ? listener.name(place, person) : "";
        Sender sender = new Sender(person, name, () -> kind == ChatKind.PRIVATE || listener.administers(place, person));
        IncomingCommand command = new IncomingCommand(
                place, kind, kind == ChatKind.PRIVATE ? name : "", sender, spoken.words(), Optional.empty(), addressed);
        return quoted.isBlank() ? new OaUpdate.Said(command) : replied(command, quoted);
    }

    private OaUpdate replied(IncomingCommand command, String quoted) {
        IncomingCommand reply = answering(command, quoted);
        if (listener.takesAnswer(reply)) {
            return new OaUpdate.Said(reply);
        }
        AcknowledgementReader.Answer answer = AcknowledgementReader.standard().read(command.words());
        return answer.acknowledges()
                ? new OaUpdate.Acknowledged(new Acknowledgement(
                        bot,
                        command.chat().chatId(),
                        quoted,
                        command.sender().person(),
                        Acknowledgement.named(command.sender().name(), answer.unit()),
                        ReceiptStore.How.REPLY))
                : new OaUpdate.Said(command);
    }

    private static IncomingCommand answering(IncomingCommand command, String messageId) {
        return new IncomingCommand(
                command.chat(),
                command.kind(),
                command.chatTitle(),
                command.sender(),
                command.words(),
                Optional.empty(),
                true,
                IncomingAttachment.NOTHING,
                false,
                Optional.of(messageId));
    }

    private static boolean answersUs(JsonNode event) {
        String author = first(event, "/message/quote_msg/sender/id", "/message/quote_msg/owner_id");
        return !author.isEmpty() && author.equals(text(event, "/oa_id"));
    }

    private OaUpdate happened(Optional<ChatAddress> chat, ChatKind kind, ChatEvent.Change change) {
        return chat.<OaUpdate>map(
                        place -> new OaUpdate.Happened(new ChatEvent(place, kind, "", change, "", Optional.empty())))
                .orElseGet(OaUpdate.Nothing::new);
    }

    /** Operators read who wants to be let in. */
    private OaUpdate followed(Optional<ChatAddress> follower) {
        return follower.<OaUpdate>map(place -> {
                    String name = listener.name(place, new PersonId(bot.platform(), OaChats.id(place)));
                    return new OaUpdate.Happened(new ChatEvent(
                            place, ChatKind.PRIVATE, name, ChatEvent.Change.JOINED, "", Optional.empty()));
                })
                .orElseGet(OaUpdate.Nothing::new);
    }

    private ChatAddress person(JsonNode event) {
        return OaChats.person(bot, text(event, "/sender/id"));
    }

    private Optional<ChatAddress> follower(JsonNode event) {
        String id = first(event, "/follower/id", "/sender/id");
        return id.isEmpty() ? Optional.empty() : Optional.of(OaChats.person(bot, id));
    }

    private Optional<ChatAddress> group(JsonNode event) {
        String id = first(event, "/recipient/group_id", "/group_id", "/group/id", "/recipient/id");
        return id.isEmpty() || id.equals(text(event, "/oa_id"))
                ? Optional.empty()
                : Optional.of(OaChats.group(bot, id));
    }

    /** Returns the group or the person that an event concerns; an empty string when it names none. */
    static String place(JsonNode event) {
        return first(event, "/recipient/group_id", "/group_id", "/group/id", "/follower/id", "/sender/id");
    }

    /** Returns the number of the account that an event names; empty when it names none. */
    static Optional<String> account(JsonNode event) {
        String name = event.path("event_name").asText();
        boolean toAccount = name.startsWith("user_send_") && !name.contains("group");
        return OaIdentity.number(toAccount ? first(event, "/oa_id", "/recipient/id") : text(event, "/oa_id"));
    }

    private static String first(JsonNode node, String... places) {
        return List.of(places).stream()
                .map(place -> text(node, place))
                .filter(id -> !id.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode node, String place) {
        return node.at(place).asText().strip();
    }
}
