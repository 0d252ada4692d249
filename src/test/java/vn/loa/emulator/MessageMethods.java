package vn.loa.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The methods that make, change and acknowledge messages. */
final class MessageMethods {
    private static final int TEXT_LIMIT = 4096;
    private static final int CAPTION_LIMIT = 1024;
    private static final int TOAST_LIMIT = 200;
    private static final String UNMODIFIED = "message is not modified: specified new message content and reply markup"
            + " are exactly the same as a current content and reply markup of the message";

    private final World world;
    private final FloodControl flood;

    MessageMethods(World world, FloodControl flood) {
        this.world = world;
        this.flood = flood;
    }

    Map<String, Function<ApiCall, JsonNode>> all() {
        return Map.ofEntries(
                Map.entry("pinchatmessage", this::pin),
                Map.entry("sendmessage", this::sendMessage),
                Map.entry("sendphoto", call -> sendMedia(call, "photo")),
                Map.entry("senddocument", call -> sendMedia(call, "document")),
                Map.entry("sendmediagroup", this::sendAlbum),
                Map.entry("editmessagetext", this::editText),
                Map.entry("editmessagecaption", this::editCaption),
                Map.entry("editmessagereplymarkup", this::editButtons),
                Map.entry("editephemeralmessagetext", this::editWhisper),
                Map.entry("setmessagereaction", this::react),
                Map.entry("answercallbackquery", this::answerPress),
                Map.entry("deletemessage", this::delete));
    }

    /** The text that a call would show; empty for methods that show none. */
    static ParsedText body(ApiCall call) {
        String raw = call.has("text") ? call.text("text") : call.text("caption");
        boolean message = call.method().startsWith("send") || call.method().startsWith("editmessage");
        return message && !raw.isEmpty() ? ParsedText.of(raw, call.text("parse_mode")) : ParsedText.EMPTY;
    }

    private JsonNode sendMessage(ApiCall call) {
        EmulatedChat chat = openChat(call);
        ParsedText body = text(call);
        requireHtmlPreview(call);
        return show(chat, call, body, Optional.empty());
    }

    private JsonNode sendMedia(ApiCall call, String kind) {
        EmulatedChat chat = openChat(call);
        chat.rights().requireMaySendPhotos();
        ParsedText body = caption(call);
        return show(chat, call, body, Optional.of(file(call.text(kind), kind)));
    }

    private static String file(String media, String kind) {
        if (!media.startsWith("http://")
                && !media.startsWith("https://")
                && !media.startsWith("attach://")
                && !media.startsWith(kind + "-")) {
            throw Refusal.badRequest("wrong file identifier/HTTP URL specified");
        }
        return media;
    }

    /** Bot API, sendMediaGroup: 2-10 items; documents only among themselves; no buttons; each item counts as a message. */
    private JsonNode sendAlbum(ApiCall call) {
        EmulatedChat chat = openChat(call);
        chat.rights().requireMaySendPhotos();
        JsonNode items = call.json("media");
        if (!items.isArray() || items.size() < 2 || items.size() > 10) {
            throw Refusal.badRequest("wrong number of media in the group specified");
        }
        if (call.has("reply_markup")) {
            throw Refusal.badRequest("an album carries no reply markup");
        }
        Set<String> kinds = new TreeSet<>();
        items.forEach(item -> kinds.add(item.path("type").asText()));
        if (!Set.of("photo", "document").containsAll(kinds) || kinds.size() > 1) {
            throw Refusal.badRequest("DOCUMENT_INVALID: document can't be mixed with other media types");
        }
        List<ShownMessage> parts = new ArrayList<>();
        for (JsonNode item : items) {
            String media = file(item.path("media").asText(), item.path("type").asText());
            ParsedText body = limited(
                    ParsedText.of(
                            item.path("caption").asText(),
                            item.path("parse_mode").asText()),
                    CAPTION_LIMIT,
                    "message caption is too long");
            parts.add(new ShownMessage(
                    0,
                    call.number("message_thread_id", 0),
                    body,
                    List.of(),
                    Optional.of(media),
                    call.json("link_preview_options"),
                    0));
        }
        return shownAlbum(chat, parts);
    }

    private JsonNode shownAlbum(EmulatedChat chat, List<ShownMessage> parts) {
        ArrayNode shown = UpdateJson.object().putArray("result");
        String album = Long.toString(world.next());
        for (ShownMessage part : parts) {
            chat.requireTopic(part.topicId());
            flood.pass(chat.id());
            ShownMessage message = new ShownMessage(
                    world.next(), part.topicId(), part.body(), part.buttons(), part.media(), part.preview(), 0);
            chat.show(message);
            shown.add(
                    UpdateJson.shown(chat, world.bot, message, world.seconds()).put("media_group_id", album));
        }
        return shown;
    }

    private EmulatedChat openChat(ApiCall call) {
        EmulatedChat chat = world.requireChat(call);
        chat.rights().requireMaySend(world.bot.id());
        return chat;
    }

    private static ParsedText text(ApiCall call) {
        ParsedText body = ParsedText.of(call.text("text"), call.text("parse_mode"));
        if (body.text().isEmpty()) {
            throw Refusal.badRequest("message text is empty");
        }
        return limited(body, TEXT_LIMIT, "message is too long");
    }

    private static ParsedText caption(ApiCall call) {
        ParsedText body = ParsedText.of(call.text("caption"), call.text("parse_mode"));
        return limited(body, CAPTION_LIMIT, "message caption is too long");
    }

    private static ParsedText limited(ParsedText body, int limit, String refusal) {
        if (body.text().length() > limit) {
            throw Refusal.badRequest(refusal);
        }
        return body;
    }

    private static void requireHtmlPreview(ApiCall call) {
        JsonNode preview = call.json("link_preview_options");
        String url = preview.path("url").asText("");
        if (!url.isEmpty() && !url.toLowerCase(Locale.ROOT).startsWith("http")) {
            throw Refusal.badRequest("wrong HTTP URL specified");
        }
    }

    private JsonNode show(EmulatedChat chat, ApiCall call, ParsedText body, Optional<String> media) {
        List<List<ShownButton>> buttons = KeyboardRules.read(call);
        long topic = call.number("message_thread_id", 0);
        chat.requireTopic(topic);
        flood.pass(chat.id());
        if (call.has("ephemeral_message_parameters")) {
            chat.rights().requireAdmin(world.bot.id());
            return whisper(chat, call, body, buttons);
        }
        ShownMessage message =
                new ShownMessage(world.next(), topic, body, buttons, media, call.json("link_preview_options"), 0);
        chat.show(message);
        return UpdateJson.shown(chat, world.bot, message, world.seconds());
    }

    /** Bot API 10.3, EphemeralMessageParameters: one person sees it; it has a number of its own kind. */
    private JsonNode whisper(EmulatedChat chat, ApiCall call, ParsedText body, List<List<ShownButton>> buttons) {
        long person = call.json("ephemeral_message_parameters")
                .path("receiver_user_id")
                .asLong();
        world.requirePerson(person);
        ShownMessage message = new ShownMessage(
                world.next(), 0, body, buttons, Optional.empty(), call.json("link_preview_options"), 0);
        chat.whisper(person, message);
        ObjectNode json = UpdateJson.shown(chat, world.bot, message, world.seconds());
        json.remove("message_id");
        return json.put("ephemeral_message_id", message.id());
    }

    private JsonNode editWhisper(ApiCall call) {
        EmulatedChat chat = openChat(call);
        long person = call.number("receiver_user_id", 0);
        ShownMessage old = chat.whispers(person).stream()
                .filter(each -> each.id() == call.number("ephemeral_message_id", 0))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("message to edit not found"));
        chat.whisper(person, old.edited(text(call), KeyboardRules.read(call)));
        return BooleanNode.TRUE;
    }

    private JsonNode editText(ApiCall call) {
        ShownMessage old = target(call);
        if (old.media().isPresent()) {
            throw Refusal.badRequest("there is no text in the message to edit");
        }
        return change(call, old, text(call), KeyboardRules.read(call));
    }

    private JsonNode editCaption(ApiCall call) {
        ShownMessage old = target(call);
        if (old.media().isEmpty()) {
            throw Refusal.badRequest("there is no caption in the message to edit");
        }
        return change(call, old, caption(call), KeyboardRules.read(call));
    }

    private JsonNode editButtons(ApiCall call) {
        ShownMessage old = target(call);
        return change(call, old, old.body(), KeyboardRules.read(call));
    }

    private ShownMessage target(ApiCall call) {
        return openChat(call).requireShown(call.number("message_id", 0));
    }

    private JsonNode change(ApiCall call, ShownMessage old, ParsedText body, List<List<ShownButton>> buttons) {
        EmulatedChat chat = world.requireChat(call);
        if (old.looksLike(body, buttons)) {
            throw Refusal.badRequest(UNMODIFIED);
        }
        flood.pass(chat.id());
        ShownMessage now = old.edited(body, buttons);
        chat.show(now);
        ObjectNode json = UpdateJson.shown(chat, world.bot, now, world.seconds());
        return json.put("edit_date", world.seconds());
    }

    private JsonNode delete(ApiCall call) {
        EmulatedChat chat = openChat(call);
        chat.messages().stream()
                .filter(message -> message.id() == call.number("message_id", 0))
                .findFirst()
                .ifPresentOrElse(chat::delete, () -> {
                    throw Refusal.badRequest("message to delete not found");
                });
        return BooleanNode.TRUE;
    }

    private JsonNode pin(ApiCall call) {
        target(call);
        return BooleanNode.TRUE;
    }

    private JsonNode react(ApiCall call) {
        openChat(call);
        return BooleanNode.TRUE;
    }

    private JsonNode answerPress(ApiCall call) {
        world.requirePress(call.text("callback_query_id"));
        if (call.text("text").length() > TOAST_LIMIT) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        return BooleanNode.TRUE;
    }
}
