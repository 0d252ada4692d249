package vn.loa.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the JSON that Telegram sends to a bot. */
final class UpdateJson {
    private static final Pattern COMMAND = Pattern.compile("(?<!\\S)/[A-Za-z0-9_]{1,32}(@[A-Za-z0-9_]+)?");
    private static final Pattern MENTION = Pattern.compile("(?<![\\w/@])@[A-Za-z0-9_]{4,32}");

    private UpdateJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode update(String kind, ObjectNode content) {
        ObjectNode update = object();
        update.set(kind, content);
        return update;
    }

    static ObjectNode message(EmulatedChat chat, Person from, long id, long date) {
        ObjectNode message = object();
        message.put("message_id", id);
        if (from != null) {
            message.set("from", from.json());
        }
        message.set("chat", chat.json());
        return message.put("date", date);
    }

    /** Puts a text and the entities that Telegram finds in it by itself. */
    static ObjectNode withText(ObjectNode message, String text) {
        message.put("text", text);
        ArrayNode entities = JsonNodeFactory.instance.arrayNode();
        addEntities(entities, COMMAND.matcher(text), "bot_command");
        addEntities(entities, MENTION.matcher(text), "mention");
        if (!entities.isEmpty()) {
            message.set("entities", entities);
        }
        return message;
    }

    private static void addEntities(ArrayNode entities, Matcher matcher, String type) {
        while (matcher.find()) {
            entities.addObject()
                    .put("offset", matcher.start())
                    .put("length", matcher.end() - matcher.start())
                    .put("type", type);
        }
    }

    /** The bot's own message as it comes back inside a press or a reply. */
    static ObjectNode shown(EmulatedChat chat, Person bot, ShownMessage shown, long date) {
        ObjectNode message = message(chat, chat.isChannel() ? null : bot, shown.id(), date);
        if (shown.topicId() != 0) {
            message.put("message_thread_id", shown.topicId()).put("is_topic_message", true);
        }
        if (shown.media().isPresent()) {
            message.putArray("photo")
                    .addObject()
                    .put("file_id", "photo-" + shown.id())
                    .put("file_unique_id", "unique-" + shown.id())
                    .put("width", 800)
                    .put("height", 600);
            message.put("caption", shown.text());
        } else {
            message.put("text", shown.text());
        }
        message.set("reply_markup", keyboard(shown));
        return message;
    }

    private static ObjectNode keyboard(ShownMessage shown) {
        ObjectNode markup = object();
        ArrayNode rows = markup.putArray("inline_keyboard");
        shown.buttons().forEach(row -> {
            ArrayNode buttons = rows.addArray();
            row.forEach(button -> {
                ObjectNode json = buttons.addObject().put("text", button.label());
                json.put(
                        button.url().isEmpty() ? "callback_data" : "url",
                        button.url().isEmpty() ? button.data() : button.url());
            });
        });
        return markup;
    }

    static ObjectNode member(Person user, String status) {
        ObjectNode member = object();
        member.set("user", user.json());
        member.put("status", status);
        switch (status) {
            case "administrator" ->
                member.put("can_be_edited", false)
                        .put("is_anonymous", false)
                        .put("can_post_messages", true)
                        .put("can_edit_messages", true);
            case "restricted" ->
                member.put("is_member", true).put("can_send_messages", false).put("until_date", 0);
            case "kicked" -> member.put("until_date", 0);
            default -> {}
        }
        return member;
    }
}
