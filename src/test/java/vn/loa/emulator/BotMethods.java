package vn.loa.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.function.Function;

/** The methods about the bot itself, its updates and its chats. */
final class BotMethods {
    private final World world;

    BotMethods(World world) {
        this.world = world;
    }

    Map<String, Function<ApiCall, JsonNode>> all() {
        return Map.ofEntries(
                Map.entry("getme", call -> me()),
                Map.entry("getupdates", world.updates::poll),
                Map.entry("setwebhook", this::setWebhook),
                Map.entry("deletewebhook", this::deleteWebhook),
                Map.entry("getwebhookinfo", call -> webhookInfo()),
                Map.entry("setmycommands", this::setCommands),
                Map.entry("deletemycommands", this::deleteCommands),
                Map.entry("getmycommands", world.menus::get),
                Map.entry("getchat", call -> world.requireChat(call).json()),
                Map.entry("getchatmember", this::member),
                Map.entry("getchatmembercount", this::count),
                Map.entry("setmydescription", call -> BooleanNode.TRUE),
                Map.entry("setmyshortdescription", call -> BooleanNode.TRUE),
                Map.entry("getchatadministrators", this::administrators),
                Map.entry("leavechat", this::leave));
    }

    private JsonNode me() {
        return world.bot
                .json()
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false);
    }

    private JsonNode setWebhook(ApiCall call) {
        world.updates.webhook(call.has("url"));
        return BooleanNode.TRUE;
    }

    private JsonNode deleteWebhook(ApiCall call) {
        world.updates.webhook(false);
        return BooleanNode.TRUE;
    }

    private JsonNode webhookInfo() {
        return UpdateJson.object()
                .put("url", world.updates.webhook() ? "https://example.org/hook" : "")
                .put("pending_update_count", world.updates.pending());
    }

    private JsonNode setCommands(ApiCall call) {
        ArrayNode commands = JsonNodeFactory.instance.arrayNode();
        call.json("commands").forEach(command -> commands.add(checked(command)));
        if (commands.size() > 100) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        if (call.json("scope").has("chat_id")) {
            world.requireChat(call.json("scope").path("chat_id").asText());
        }
        world.menus.put(call, commands);
        return BooleanNode.TRUE;
    }

    private static JsonNode checked(JsonNode command) {
        if (!command.path("command").asText().matches("[a-z0-9_]{1,32}")) {
            throw Refusal.badRequest("BOT_COMMAND_INVALID");
        }
        int length = command.path("description").asText().length();
        if (length < 1 || length > 256) {
            throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        return command;
    }

    private JsonNode deleteCommands(ApiCall call) {
        world.menus.remove(call);
        return BooleanNode.TRUE;
    }

    private JsonNode member(ApiCall call) {
        EmulatedChat chat = knownChat(call);
        Person person = world.requirePerson(call.number("user_id", 0));
        return UpdateJson.member(person, chat.rights().status(person.id()));
    }

    private JsonNode count(ApiCall call) {
        return IntNode.valueOf(knownChat(call).rights().statuses().size());
    }

    private JsonNode administrators(ApiCall call) {
        ArrayNode administrators = JsonNodeFactory.instance.arrayNode();
        knownChat(call).rights().statuses().forEach((id, status) -> {
            if (status.equals("administrator") || status.equals("creator")) {
                administrators.add(UpdateJson.member(world.requirePerson(id), status));
            }
        });
        return administrators;
    }

    private EmulatedChat knownChat(ApiCall call) {
        EmulatedChat chat = world.requireChat(call);
        if (chat.rights().status(world.bot.id()).equals("kicked")) {
            chat.rights().requireMaySend(world.bot.id());
        }
        return chat;
    }

    private JsonNode leave(ApiCall call) {
        world.requireChat(call).rights().set(world.bot.id(), "left");
        return BooleanNode.TRUE;
    }
}
