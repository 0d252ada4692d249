package vn.loa.emulator;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All that exists on the emulated Telegram: the bot, people, chats, the updates they cause, pressed buttons. */
final class World {
    final Person bot;
    final InstantSource clock;
    final UpdateQueue updates = new UpdateQueue();
    final History history = new History();
    private final Map<Long, EmulatedChat> chats = new ConcurrentHashMap<>();
    private final Map<Long, Person> people = new ConcurrentHashMap<>();
    private final Set<String> openPresses = new HashSet<>();
    final Menus menus = new Menus();
    private final AtomicLong numbers = new AtomicLong();

    World(Person bot, InstantSource clock) {
        this.bot = bot;
        this.clock = clock;
        people.put(bot.id(), bot);
    }

    long next() {
        return numbers.incrementAndGet();
    }

    long seconds() {
        return clock.instant().getEpochSecond();
    }

    Person person(String firstName) {
        long id = 100_000_000L + next();
        Person person = new Person(id, firstName, "user" + id, false);
        people.put(id, person);
        return person;
    }

    Person requirePerson(long id) {
        Person person = people.get(id);
        if (person == null) {
            throw Refusal.badRequest("invalid user_id specified");
        }
        return person;
    }

    EmulatedChat add(EmulatedChat chat) {
        chats.put(chat.id(), chat);
        return chat;
    }

    EmulatedChat chat(long id) {
        return chats.get(id);
    }

    EmulatedChat requireChat(ApiCall call) {
        if (!call.has("chat_id")) {
            throw Refusal.badRequest("chat_id is empty");
        }
        return requireChat(call.text("chat_id"));
    }

    EmulatedChat requireChat(String id) {
        EmulatedChat chat = id.matches("-?\\d{1,18}") ? chats.get(Long.parseLong(id)) : null;
        if (chat == null) {
            throw Refusal.badRequest("chat not found");
        }
        return chat;
    }

    synchronized String openPress() {
        String id = Long.toString(4_000_000_000_000_000L + next());
        openPresses.add(id);
        return id;
    }

    synchronized void expirePresses() {
        openPresses.clear();
    }

    synchronized void requirePress(String id) {
        if (!openPresses.contains(id)) {
            throw Refusal.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
    }
}
