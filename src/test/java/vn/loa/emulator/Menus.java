package vn.loa.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The published menus of commands, one for each scope and language (Bot API, BotCommandScope). */
final class Menus {
    private final Map<String, ArrayNode> menus = new ConcurrentHashMap<>();

    void put(ApiCall call, ArrayNode commands) {
        menus.put(place(call), commands);
    }

    void remove(ApiCall call) {
        menus.remove(place(call));
    }

    ArrayNode get(ApiCall call) {
        return menus.getOrDefault(place(call), JsonNodeFactory.instance.arrayNode());
    }

    private static String place(ApiCall call) {
        JsonNode scope = call.json("scope");
        String language = call.text("language_code");
        if (!language.matches("|[a-z]{2}")) {
            throw Refusal.badRequest("invalid language code specified");
        }
        return scope.path("type").asText("default") + scope.path("chat_id").asText() + "u"
                + scope.path("user_id").asText() + "/" + language;
    }

    /** The commands that a person sees: the first menu in the order of the Bot API, "Determining list of commands". */
    List<String> seen(EmulatedChat chat, Person person, String language) {
        return scopes(chat, person)
                .map(scope -> scope.contains("u") && scope.startsWith("chat_member") ? scope : scope + "u")
                .flatMap(scope -> Stream.of(scope + "/" + language, scope + "/"))
                .map(place -> Optional.ofNullable(menus.get(place)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(commands -> commands.findValuesAsText("command"))
                .orElse(List.of());
    }

    private static Stream<String> scopes(EmulatedChat chat, Person person) {
        if (chat.isPrivate()) {
            return Stream.of("chat" + chat.id(), "all_private_chats", "default");
        }
        String member = "chat_member" + chat.id() + "u" + person.id();
        return List.of("administrator", "creator").contains(chat.rights().status(person.id()))
                ? Stream.of(member, "chat" + chat.id(), "all_chat_administrators", "all_group_chats", "default")
                : Stream.of(member, "chat" + chat.id(), "all_group_chats", "default");
    }
}
