package vn.loa.store.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.ChatTrouble;
import vn.loa.model.PersonId;
import vn.loa.store.ChatRow;
import vn.loa.store.Database;
import vn.loa.store.delivery.ChatDeliveries;
import vn.loa.store.message.MessageRows;
import vn.loa.text.VietnameseOrder;

/** The chats Loa knows. */
public final class ChatStore {
    /** What a chat waited for longer ago, when it was closed, is news no more when it comes back. */
    private static final Duration RESUMED = Duration.ofDays(3);

    /** Stands between a forum's title and the name of its topic. */
    private static final String IN_FORUM = " › ";

    private final Database database;

    public ChatStore(Database database) {
        this.database = database;
    }

    /** Notes how a topic of a forum is called, and calls the chat so if it is known. */
    public void nameTopic(ChatAddress topic, String name) {
        database.write(handle -> {
            bind(handle.createUpdate("""
                            INSERT INTO forum_topic (bot, external_id, topic_id, name)
                            VALUES (:bot, :external, :topic, :name)
                            ON CONFLICT (bot, external_id, topic_id) DO UPDATE SET name = excluded.name
                            """), topic).bind("name", name).execute();
            find(topic)
                    .ifPresent(chat -> handle.createUpdate("UPDATE chat SET title = :title WHERE id = :id")
                            .bind("title", forum(chat.title()) + IN_FORUM + name)
                            .bind("id", chat.id())
                            .execute());
            return null;
        });
    }

    /** Returns how a topic of a forum is called; empty when that is not known. */
    public Optional<String> topicName(ChatAddress topic) {
        return database.read(handle -> bind(
                        handle.createQuery("SELECT name FROM forum_topic WHERE bot = :bot AND external_id = :external"
                                + " AND topic_id = :topic"),
                        topic)
                .mapTo(String.class)
                .findOne());
    }

    private static String forum(String title) {
        int end = title.lastIndexOf(IN_FORUM);
        return end < 0 ? title : title.substring(0, end);
    }

    private String titled(ChatAddress address, String title) {
        return title.isEmpty() || !address.inTopic()
                ? title
                : topicName(address).map(name -> title + IN_FORUM + name).orElse(title);
    }

    /**
     * The chat at this address; one that was not known is added in the given state. The title is brought up to date.
     * People type the numbers of chats, so they have no gaps: a server's own numbering uses one up for each meeting.
     */
    public Chat meet(ChatAddress address, ChatKind kind, String title, ChatState stateIfNew, Instant now) {
        return database.write(handle -> bind(handle.createQuery("""
                                INSERT INTO chat (id, bot, external_id, topic_id, kind, title, state, approved,
                                  created_at)
                                SELECT COALESCE(MAX(id), 0) + 1, :bot, :external, :topic, :kind, :title, :state,
                                  :approved, :now FROM chat WHERE true
                                ON CONFLICT (bot, external_id, topic_id) DO UPDATE SET kind = excluded.kind,
                                  title = CASE WHEN excluded.title = '' THEN chat.title ELSE excluded.title END
                                RETURNING *
                                """), address)
                .bind("kind", kind.name())
                .bind("title", titled(address, title))
                .bind("state", stateIfNew.name())
                .bind("approved", stateIfNew == ChatState.ACTIVE ? 1 : 0)
                .bind("now", now.toEpochMilli())
                .map(ChatRow::chat)
                .one());
    }

    public Optional<Chat> find(ChatAddress address) {
        return database.read(handle -> bind(
                        handle.createQuery(
                                "SELECT * FROM chat WHERE bot = :bot AND external_id = :external AND topic_id = :topic"),
                        address)
                .map(ChatRow::chat)
                .findOne());
    }

    /** Returns what tells a topic from others of its forum where its name is not known: its number; else nothing. */
    public static String topicMark(Chat chat) {
        boolean unnamed = chat.address().inTopic() && !chat.title().contains(IN_FORUM);
        return unnamed ? " #" + chat.address().topicId() : "";
    }

    public Optional<Chat> byId(long id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM chat WHERE id = :id")
                .bind("id", id)
                .map(ChatRow::chat)
                .findOne());
    }

    /** All chats, those that wait to be let in first, then by name. */
    public List<Chat> all() {
        return database
                .read(handle -> handle.createQuery("SELECT * FROM chat ORDER BY id")
                        .map(ChatRow::chat)
                        .list())
                .stream()
                .sorted(Comparator.comparing(ChatStore::turn).thenComparing(Chat::title, new VietnameseOrder()))
                .toList();
    }

    private static int turn(Chat chat) {
        return switch (chat.state()) {
            case PENDING -> 0;
            case ACTIVE -> 1;
            default -> 2;
        };
    }

    /** All chats in a state, the oldest first. */
    public List<Chat> inState(ChatState state) {
        return database.read(handle -> handle.createQuery("SELECT * FROM chat WHERE state = :state ORDER BY id")
                .bind("state", state.name())
                .map(ChatRow::chat)
                .list());
    }

    /** Returns the chats of a kind, outside topics, that a person administers by Loa's own list, the oldest first. */
    public List<Chat> administeredBy(PersonId person, ChatKind kind) {
        return database.read(handle -> handle.createQuery("""
                        SELECT c.* FROM chat c JOIN chat_admin a ON a.bot = c.bot AND a.external_id = c.external_id
                        WHERE a.person = :person AND c.kind = :kind AND c.topic_id = '' ORDER BY c.id
                        """)
                .bind("person", person.key())
                .bind("kind", kind.name())
                .map(ChatRow::chat)
                .list());
    }

    /** An operator accepted the chat. */
    public void approve(long id) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE chat SET state = 'ACTIVE', approved = 1, admitted = 1, closed_reason = '' WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** Returns the numbers of the chats that a person let in or invited. */
    public Set<Long> admitted() {
        return database.read(handle -> handle.createQuery("SELECT id FROM chat WHERE admitted = 1")
                .mapTo(Long.class)
                .set());
    }

    /** An operator said no: nothing more is sent, also after a coming back. */
    public void refuse(long id, String reason, Instant now) {
        end(id, ChatState.REFUSED, reason, now);
    }

    /** The bot was removed or blocked: what was still to be sent ends with the reason. A refused chat stays refused. */
    public void close(long id, String reason, Instant now) {
        database.serial(handle -> {
            Optional<Chat> chat = byId(id);
            if (chat.isEmpty() || chat.get().state() == ChatState.REFUSED) {
                return null;
            }
            if (chat.get().active()) {
                ChatAddress address = chat.get().address().withoutTopic();
                ChatTroubleStore.met(handle, new ChatTrouble(address, ChatTrouble.Kind.GONE, reason, now, 1, now));
            }
            end(id, ChatState.CLOSED, reason, now);
            return null;
        });
    }

    /**
     * The bot may write in a chat again. A closed one becomes what it was before, accepted or still waiting, and gets what
     * it lately waited for when it was closed; one that was muted waits no longer.
     */
    public void reopen(long id, Instant now) {
        database.serial(
                handle -> byId(id).map(chat -> reopen(handle, chat, now)).orElse(false));
    }

    private static boolean reopen(Handle handle, Chat chat, Instant now) {
        ChatTroubleStore.end(handle, chat.address(), now);
        int reopened = handle.createUpdate("""
                        UPDATE chat SET state = CASE WHEN approved = 1 THEN 'ACTIVE' ELSE 'PENDING' END,
                          closed_reason = ''
                        WHERE id = :id AND state = 'CLOSED'
                        """).bind("id", chat.id()).execute();
        if (reopened == 1) {
            ChatDeliveries.resume(handle, chat.id(), chat.closedReason(), now.minus(RESUMED), now);
        }
        return reopened == 1;
    }

    /** Operators call the chat so from now on; an empty string gives it back its own title. */
    public void rename(long id, String name) {
        database.write(handle -> handle.createUpdate("UPDATE chat SET given_name = :name WHERE id = :id")
                .bind("name", name)
                .bind("id", id)
                .execute());
    }

    /** A chat without a title and a given name is called so, unless it is called something already. */
    public void nameUnnamed(long id, String name) {
        database.write(
                handle -> handle.createUpdate("UPDATE chat SET usual_name = :name WHERE id = :id AND usual_name = ''")
                        .bind("name", name)
                        .bind("id", id)
                        .execute());
    }

    /** A chat without a title and a given name is called so from now on. */
    public void nameUsually(long id, String name) {
        database.write(handle -> handle.createUpdate("UPDATE chat SET usual_name = :name WHERE id = :id")
                .bind("name", name)
                .bind("id", id)
                .execute());
    }

    private void end(long id, ChatState state, String reason, Instant now) {
        database.serial(handle -> {
            handle.createUpdate("UPDATE chat SET state = :state, closed_reason = :reason WHERE id = :id")
                    .bind("state", state.name())
                    .bind("reason", reason)
                    .bind("id", id)
                    .execute();
            MessageRows.leave(handle, id);
            ChatDeliveries.end(handle, id, reason, now);
            return null;
        });
    }

    /** All chats of one platform chat: the chat itself and its forum topics. */
    public List<Chat> at(Bot bot, String externalId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM chat WHERE bot = :bot AND external_id = :external ORDER BY id")
                .bind("bot", bot.key())
                .bind("external", externalId)
                .map(ChatRow::chat)
                .list());
    }

    /**
     * The platform gave a chat a new id. Subscriptions, speaking times and deliveries go with it; when the new id is known already,
     * both become one chat.
     */
    public void move(Bot bot, String oldId, String newId, Instant now) {
        database.serial(handle -> {
            at(bot, oldId).forEach(old -> moveOne(old, newId, now));
            ChatTroubleStore.end(handle, ChatAddress.of(bot, oldId), now);
            ChatMove.readdress(handle, bot, oldId, newId);
            return null;
        });
    }

    /** Returns the id that a chat has now which the platform has given another one; empty for any other. */
    public Optional<String> movedTo(Bot bot, String externalId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT moved_to FROM former_chat WHERE bot = :bot AND external_id = :external")
                .bind("bot", bot.key())
                .bind("external", externalId)
                .mapTo(String.class)
                .findOne());
    }

    private void moveOne(Chat old, String newId, Instant now) {
        ChatAddress target =
                new ChatAddress(old.address().bot(), newId, old.address().topicId());
        Optional<Chat> known = find(target);
        if (known.isPresent()) {
            merge(old, known.get(), now);
        } else {
            database.write(handle -> {
                ChatDeliveries.renumbered(handle, old.id(), old.address().chatId());
                return handle.createUpdate("UPDATE chat SET external_id = :external, kind = :kind WHERE id = :id")
                        .bind("external", newId)
                        .bind(
                                "kind",
                                old.kind() == ChatKind.GROUP
                                        ? "SUPERGROUP"
                                        : old.kind().name())
                        .bind("id", old.id())
                        .execute();
            });
        }
    }

    private void merge(Chat old, Chat target, Instant now) {
        database.serial(handle -> {
            if (old.active() && target.state() != ChatState.REFUSED) {
                approve(target.id());
            }
            ChatMove.merge(handle, old.id(), target.id());
            ChatDeliveries.move(handle, old.id(), old.address().chatId(), target.id());
            end(old.id(), ChatState.CLOSED, "moved to " + target.address().chatId(), now);
            return null;
        });
    }

    /** Nothing is to be sent to this platform chat, topics included, before the time. */
    public void hold(ChatAddress address, Instant until) {
        database.write(handle -> bind(handle.createUpdate("""
                                UPDATE chat SET hold_until = :until
                                WHERE bot = :bot AND external_id = :external AND hold_until < :until
                                """), address)
                .bind("until", until.toEpochMilli())
                .execute());
    }

    /** No chat of a bot is held longer than this: the clock was ahead when a longer hold was written. */
    public void holdAtMost(Bot bot, Instant latest) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE chat SET hold_until = :latest WHERE bot = :bot AND hold_until > :latest")
                .bind("latest", latest.toEpochMilli())
                .bind("bot", bot.key())
                .execute());
    }

    /** Until when this platform chat must be silent; in the past, or the epoch, when it need not. */
    public Instant holdUntil(ChatAddress address) {
        return database.read(handle -> handle.createQuery("""
                        SELECT COALESCE(MAX(hold_until), 0) FROM chat WHERE bot = :bot AND external_id = :external
                        """)
                .bind("bot", address.bot().key())
                .bind("external", address.chatId())
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .one());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ChatAddress address) {
        return statement
                .bind("bot", address.bot().key())
                .bind("external", address.chatId())
                .bind("topic", address.topicId());
    }
}
