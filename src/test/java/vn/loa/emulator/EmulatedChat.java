package vn.loa.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A conversation, with what people can do in it and what they can see. The bot is in it from the start. */
public final class EmulatedChat {
    private final World world;
    private final long id;
    private final String type;
    private final String title;
    private final ChatRights rights;
    private final Map<Long, EmulatedTopic> topics = new ConcurrentHashMap<>();
    private final Map<Long, ShownMessage> shown = new ConcurrentSkipListMap<>();
    private final Map<Long, Map<Long, ShownMessage>> whispers = new ConcurrentHashMap<>();
    private boolean forum;

    EmulatedChat(World world, long id, String type, String title) {
        this.world = world;
        this.id = id;
        this.type = type;
        this.title = title;
        this.rights = new ChatRights(type);
        rights.set(world.bot.id(), type.equals("channel") ? "administrator" : "member");
    }

    public long id() {
        return id;
    }

    public String title() {
        return title;
    }

    boolean isChannel() {
        return type.equals("channel");
    }

    boolean isPrivate() {
        return type.equals("private");
    }

    /** Who may do what here, to be changed without any update being sent. */
    public ChatRights rights() {
        return rights;
    }

    ObjectNode json() {
        ObjectNode chat = UpdateJson.object().put("id", id);
        if (isPrivate()) {
            chat.put("first_name", title);
        } else {
            chat.put("title", title);
        }
        if (forum) {
            chat.put("is_forum", true);
        }
        return chat.put("type", type);
    }

    void whisper(long personId, ShownMessage message) {
        whispers.computeIfAbsent(personId, id -> new ConcurrentSkipListMap<>()).put(message.id(), message);
    }

    List<ShownMessage> whispers(long personId) {
        return List.copyOf(whispers.getOrDefault(personId, Map.of()).values());
    }

    /** What a person alone sees of the bot here. */
    public List<ShownMessage> whispersTo(Person person) {
        synchronized (world.history) {
            return whispers(person.id());
        }
    }

    // ---- who is here

    public EmulatedChat member(Person person) {
        rights.set(person.id(), "member");
        return this;
    }

    public EmulatedChat admin(Person person) {
        rights.set(person.id(), "administrator");
        return this;
    }

    /** The bot's place here changes and the bot is told, as when somebody adds, promotes, restricts or removes it. */
    public int bot(Person by, String status) {
        String old = rights.status(world.bot.id());
        rights.set(world.bot.id(), status);
        ObjectNode change = UpdateJson.object();
        change.set("chat", json());
        change.set("from", by.json());
        change.put("date", world.seconds());
        change.set("old_chat_member", UpdateJson.member(world.bot, old));
        change.set("new_chat_member", UpdateJson.member(world.bot, status));
        return world.updates.add(UpdateJson.update("my_chat_member", change));
    }

    /** The group becomes a supergroup; both service messages are sent. */
    public EmulatedChat upgrade(Person by) {
        EmulatedChat supergroup = upgradeSilently();
        says(by, "", message -> message.put("migrate_to_chat_id", supergroup.id));
        supergroup.says(by, "", message -> message.put("migrate_from_chat_id", id));
        return supergroup;
    }

    /** The group becomes a supergroup and the bot hears nothing of it until it writes to the old id. */
    public EmulatedChat upgradeSilently() {
        EmulatedChat supergroup =
                world.add(new EmulatedChat(world, -1_001_000_000_000L - world.next(), "supergroup", title));
        supergroup.rights.takeFrom(rights);
        rights.moved(supergroup.id);
        return supergroup;
    }

    // ---- what people say

    public int says(Person person, String text) {
        return says(person, text, message -> {});
    }

    /** As {@link #says(Person, String)}, with the message's JSON changed at will before it is sent. */
    public int says(Person person, String text, Consumer<ObjectNode> change) {
        return post("message", message(person, text), change);
    }

    /** A person answers a message of the bot. */
    public int replies(Person person, ShownMessage to, String text) {
        return says(
                person,
                text,
                message -> message.set("reply_to_message", UpdateJson.shown(this, world.bot, to, world.seconds())));
    }

    public int forwards(Person person, String text) {
        return says(person, text, message -> {
            ObjectNode origin = message.putObject("forward_origin");
            origin.put("type", "hidden_user").put("sender_user_name", "Ai đó").put("date", world.seconds());
        });
    }

    public int saysThroughBot(Person person, String text) {
        Person other = new Person(200_000_001L, "Gif", "gif", true);
        return says(person, text, message -> message.set("via_bot", other.json()));
    }

    /** An administrator writes in the group's own name. */
    public int saysAnonymously(String text) {
        return says(Person.ANONYMOUS_ADMIN, text, message -> message.set("sender_chat", json()));
    }

    /** A person writes here in the name of a channel. */
    public int saysAs(EmulatedChat channel, String text) {
        return says(Person.CHANNEL_BOT, text, message -> message.set("sender_chat", channel.json()));
    }

    /** The linked channel's post is carried into this group. */
    public int carries(EmulatedChat channel, String text) {
        return says(Person.TELEGRAM, text, message -> {
            message.set("sender_chat", channel.json());
            message.put("is_automatic_forward", true);
            ObjectNode origin = message.putObject("forward_origin");
            origin.put("type", "channel").put("message_id", 1).put("date", world.seconds());
            origin.set("chat", channel.json());
        });
    }

    /** Somebody posts in this channel. */
    public int posts(String text) {
        return post("channel_post", message(null, text), message -> message.set("sender_chat", json()));
    }

    public int edits(Person person, String text) {
        return post("edited_message", message(person, text), message -> message.put("edit_date", world.seconds()));
    }

    /** A person chooses a channel from the list that a button of the bot has opened. */
    public int shares(Person person, EmulatedChat channel) {
        return says(
                person,
                "",
                message -> message.putObject("chat_shared")
                        .put("request_id", 1)
                        .put("chat_id", channel.id)
                        .put("title", channel.title));
    }

    private ObjectNode message(Person from, String text) {
        ObjectNode message = UpdateJson.message(this, from, world.next(), world.seconds());
        return text.isEmpty() ? message : UpdateJson.withText(message, text);
    }

    private int post(String kind, ObjectNode message, Consumer<ObjectNode> change) {
        change.accept(message);
        return world.updates.add(UpdateJson.update(kind, message));
    }

    /** A person sets a reaction on a message; null takes it away. */
    public int reacts(Person person, ShownMessage message, String emoji) {
        ObjectNode reaction = UpdateJson.object();
        reaction.set("chat", json());
        reaction.put("message_id", message.id()).put("date", world.seconds());
        reaction.set("user", person.json());
        reaction.putArray("old_reaction");
        ArrayNode now = reaction.putArray("new_reaction");
        if (emoji != null) {
            now.addObject().put("type", "emoji").put("emoji", emoji);
        }
        return world.updates.add(UpdateJson.update("message_reaction", reaction));
    }

    // ---- buttons

    /** A person presses the button whose label contains these words. */
    public int press(Person person, ShownMessage message, String words) {
        return pressData(person, message, message.button(words).data());
    }

    /** A press with any data, such as a stale or forged one. */
    public int pressData(Person person, ShownMessage message, String data) {
        return pressed(person, data, UpdateJson.shown(this, world.bot, message, world.seconds()));
    }

    /** A press under what that person alone sees. */
    public int pressWhisper(Person person, ShownMessage whisper, String data) {
        ObjectNode message = UpdateJson.shown(this, world.bot, whisper, world.seconds());
        message.remove("message_id");
        return pressed(person, data, message.put("ephemeral_message_id", whisper.id()));
    }

    /** A press under a message so old that Telegram tells only its number. */
    public int pressInaccessible(Person person, long messageId, String data) {
        ObjectNode message = UpdateJson.object();
        message.set("chat", json());
        return pressed(person, data, message.put("message_id", messageId).put("date", 0));
    }

    /** A press that comes without any message. */
    public int pressNowhere(Person person, String data) {
        return pressed(person, data, null);
    }

    private int pressed(Person person, String data, ObjectNode message) {
        ObjectNode press = UpdateJson.object().put("id", world.openPress());
        press.set("from", person.json());
        if (message != null) {
            press.set("message", message);
        }
        press.put("chat_instance", Long.toString(id)).put("data", data);
        return world.updates.add(UpdateJson.update("callback_query", press));
    }

    // ---- forum

    public EmulatedTopic topic() {
        forum = true;
        EmulatedTopic topic = new EmulatedTopic(this, world.next());
        topics.put(topic.id(), topic);
        return topic;
    }

    ObjectNode topicCreated(long topicId) {
        ObjectNode created = UpdateJson.message(this, world.bot, topicId, world.seconds());
        created.put("message_thread_id", topicId).put("is_topic_message", true);
        created.putObject("forum_topic_created").put("name", "Tin tức").put("icon_color", 7322096);
        return created;
    }

    void requireTopic(long topicId) {
        if (topicId == 0) {
            return;
        }
        EmulatedTopic topic = topics.get(topicId);
        if (topic == null) {
            throw Refusal.badRequest("message thread not found");
        }
        topic.requireOpen();
    }

    // ---- what people see

    /** The bot's messages here, oldest first, as they look now. */
    public List<ShownMessage> messages() {
        synchronized (world.history) {
            return new ArrayList<>(shown.values());
        }
    }

    public ShownMessage lastMessage() {
        List<ShownMessage> all = messages();
        if (all.isEmpty()) {
            throw new AssertionError("the bot has said nothing in " + title);
        }
        return all.get(all.size() - 1);
    }

    /** Waits until a message of the bot looks so, and gives the first that does. */
    public ShownMessage awaitMessage(Predicate<ShownMessage> condition) {
        world.history.await(
                "a message in " + title, history -> messages().stream().anyMatch(condition));
        return messages().stream().filter(condition).findFirst().orElseThrow();
    }

    /** Waits until the bot has said at least so many messages here. */
    public List<ShownMessage> awaitMessages(int count) {
        world.history.await(count + " messages in " + title, history -> shown.size() >= count);
        return messages();
    }

    /** Somebody deletes a message of the bot. */
    public void delete(ShownMessage message) {
        shown.remove(message.id());
    }

    void show(ShownMessage message) {
        shown.put(message.id(), message);
    }

    ShownMessage requireShown(long messageId) {
        ShownMessage message = shown.get(messageId);
        if (message == null) {
            throw Refusal.badRequest("message to edit not found");
        }
        return message;
    }
}
